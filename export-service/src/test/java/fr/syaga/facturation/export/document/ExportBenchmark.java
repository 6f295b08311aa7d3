package fr.syaga.facturation.export.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import fr.syaga.facturation.export.fec.FecJournal;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygenexml.OxygeneXml;
import fr.syaga.facturation.export.table.CsvTable;
import fr.syaga.facturation.export.table.XlsxWorkbook;

/** Writes so many invoices in each tabular format and tells time and size; deploy/benchmarks/exports.sh gives it its heap. */
final class ExportBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2000;
    private static final BigDecimal VAT = new BigDecimal("0.20");

    private ExportBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Map<UUID, OxygeneKey> keys = new HashMap<>();
        byte[] frozen = frozen(count, keys);
        List<Renderer> renderers = List.of(
                new OxygeneXml(),
                new CsvTable(Written.words()),
                new XlsxWorkbook(Written.words()),
                new FecJournal(Written.accounts()));
        for (Renderer renderer : renderers) {
            Path file = Files.createTempFile("benchmark", ".out");
            long begun = System.nanoTime();
            DocumentSet documents = new DocumentSet(
                    frozen,
                    JSON,
                    DocumentSet.Besides.forOxygene(
                            renderer.format() == Format.OXYGENE_XML ? keys : null, Written.profile(Map.of())),
                    done -> {});
            renderer.write(documents, file);
            System.out.printf(
                    "%-12s %,d documents, %s net, %,d kB in %,d ms%n",
                    renderer.format(),
                    documents.documents(),
                    documents.totalNet(),
                    Files.size(file) / 1024,
                    (System.nanoTime() - begun) / 1_000_000);
            Files.delete(file);
        }
    }

    private static byte[] frozen(int count, Map<UUID, OxygeneKey> keys) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < count; i++) {
                Invoice invoice = invoice(i, count);
                zipped.write((JSON.writeValueAsString(invoice) + "\n").getBytes(StandardCharsets.UTF_8));
                keys.put(invoice.id(), new OxygeneKey("#" + (i + 1), null, null, null, null));
            }
        }
        return bytes.toByteArray();
    }

    private static Invoice invoice(int i, int count) {
        BigDecimal net = new BigDecimal(5 * (200 + i % 9973)).setScale(2);
        BigDecimal vat = net.multiply(VAT).setScale(2);
        LocalDate day = FIRST.plusDays((long) i * DAYS / count);
        String customer = "C%04d".formatted(i % 997);
        return new Invoice(
                new UUID(1, i),
                Invoice.Kind.INVOICE,
                Invoice.Status.ISSUED,
                i % 2 == 0 ? Invoice.Origin.TIME : Invoice.Origin.RECURRENCE,
                "ref-" + i,
                "F%tY%<tm%05d".formatted(day, i),
                customer,
                "Société " + customer,
                day,
                day.plusDays(30),
                null,
                null,
                "Forfait maintenance mensuel",
                null,
                List.of(new InvoiceLine(
                        1,
                        null,
                        "Forfait maintenance mensuel",
                        BigDecimal.ONE,
                        null,
                        net,
                        "S",
                        new BigDecimal(20),
                        net)),
                net,
                vat,
                net.add(vat),
                List.of(new Invoice.VatShare("S", new BigDecimal(20), net, vat)),
                "EUR",
                null,
                null,
                null);
    }
}
