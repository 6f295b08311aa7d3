package fr.syaga.facturation.export.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.management.OperatingSystemMXBean;

import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.einvoice.FacturXInvoices;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.paper.Paper;
import fr.syaga.facturation.export.paper.PaperPress;
import fr.syaga.facturation.export.paper.PdfInvoices;

/**
 * Prints invoices after as many to warm up, plain and with their XML, and tells the processor time of each beside the floor: a page
 * of one word by the library alone. Then it writes them as files, by all processors, and counts what is in them.
 */
final class PaperBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private PaperBenchmark() {}

    public static void main(String... arguments) throws IOException {
        int count = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        List<PaperDocument> invoices = IntStream.rangeClosed(1, count)
                .mapToObj(number -> Papers.paper(number, "FRENCH", "20", 1 + number % 4, false))
                .toList();
        Paper paper = Printers.paper();
        FacturX facturX = Printers.facturX();
        oneByOne("the floor", invoices, invoice -> oneWord());
        oneByOne("PDF", invoices, paper::print);
        oneByOne("Factur-X", invoices, facturX::print);
        PaperPress press = new PaperPress(0);
        try {
            asFile(invoices, new PdfInvoices(paper, press));
            asFile(invoices, new FacturXInvoices(facturX, press));
        } finally {
            press.stop();
        }
    }

    private static void oneByOne(String name, List<PaperDocument> invoices, Function<PaperDocument, byte[]> print) {
        invoices.forEach(print::apply);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long bytes =
                invoices.stream().mapToLong(each -> print.apply(each).length).sum();
        double spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e6;
        System.out.printf(
                "%-10s %.1f ms of a core, %d kB a document%n",
                name, spent / invoices.size(), bytes / invoices.size() / 1024);
    }

    private static byte[] oneWord() {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent("<html><body>Facture</body></html>", null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return pdf.toByteArray();
    }

    private static void asFile(List<PaperDocument> invoices, Renderer renderer) throws IOException {
        Map<UUID, PaperFacts> facts = invoices.stream()
                .collect(Collectors.toMap(each -> each.invoice().id(), PaperDocument::facts));
        DocumentSet documents =
                new DocumentSet(frozen(invoices), JSON, DocumentSet.Besides.onPaper(facts, null, null), done -> {});
        Path file = Files.createTempFile("benchmark", ".zip");
        long begun = System.nanoTime();
        long spent = cpu();
        renderer.write(documents, file);
        double clock = (System.nanoTime() - begun) / 1e6;
        double processors = (cpu() - spent) / 1e6;
        BigDecimal net =
                invoices.stream().map(each -> each.invoice().netAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() != invoices.size() || documents.totalNet().compareTo(net) != 0) {
                throw new IllegalStateException("%d documents of %s net are in the file, not %d of %s"
                        .formatted(zip.size(), documents.totalNet(), invoices.size(), net));
            }
        }
        Files.delete(file);
        System.out.printf(
                "%-10s %d in a file, %s net: %.1f ms on the clock, %.1f ms of processors a document%n",
                renderer.format(), documents.documents(), net, clock / invoices.size(), processors / invoices.size());
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static byte[] frozen(List<PaperDocument> invoices) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            for (PaperDocument each : invoices) {
                zipped.write((JSON.writeValueAsString(each.invoice()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
