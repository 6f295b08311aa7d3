package fr.syaga.facturation.export.document;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/**
 * The invoices of one file, frozen when the export was asked for, read one by one so that any number fits in memory. The
 * sums grow while they are read and must equal the control totals afterwards.
 */
public final class DocumentSet {

    /** How many documents are written from one word of progress to the next; a page takes as long as many rows of a table. */
    private static final int ROWS = 1000;

    private static final int PAPERS = 10;

    private final byte[] frozen;
    private final ObjectReader reader;
    private final Besides besides;
    private final IntConsumer progress;
    private int documents;
    private BigDecimal totalNet = BigDecimal.ZERO;
    private BigDecimal totalGross = BigDecimal.ZERO;

    /**
     * @param frozen gzipped lines of JSON
     * @param progress is told how many documents were written, now and then
     */
    public DocumentSet(byte[] frozen, ObjectMapper json, Besides besides, IntConsumer progress) {
        this.frozen = frozen.clone();
        this.reader = json.readerFor(Invoice.class);
        this.besides = besides;
        this.progress = progress;
    }

    /**
     * What a file says beside its documents' own content.
     *
     * @param keys Oxygène's keys by invoice; when not null, only invoices with a key are handed out
     * @param profile how Oxygène is told, null for other files
     * @param facts what printed documents say beside their content, by invoice; empty for tables
     * @param logo the issuer's, null when there is none
     * @param ownDocuments finds the paper that Oxygène printed by its SHA-256
     */
    public record Besides(
            Map<UUID, OxygeneKey> keys,
            OxygeneProfile profile,
            Map<UUID, PaperFacts> facts,
            Logo logo,
            Function<String, byte[]> ownDocuments) {

        /** Of a table nothing more is said. */
        public static Besides nothing() {
            return new Besides(null, null, Map.of(), null, null);
        }

        public static Besides forOxygene(Map<UUID, OxygeneKey> keys, OxygeneProfile profile) {
            return new Besides(keys, profile, Map.of(), null, null);
        }

        public static Besides onPaper(Map<UUID, PaperFacts> facts, Logo logo, Function<String, byte[]> ownDocuments) {
            return new Besides(null, null, facts, logo, ownDocuments);
        }
    }

    /** Hands out each invoice in the set's order. */
    public void forEach(Consumer<Invoice> each) {
        documents = 0;
        totalNet = BigDecimal.ZERO;
        totalGross = BigDecimal.ZERO;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(frozen)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Invoice invoice = reader.readValue(line);
                if (besides.keys() == null || besides.keys().containsKey(invoice.id())) {
                    each.accept(invoice);
                    count(invoice);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Invoice invoice) {
        documents++;
        totalNet = totalNet.add(invoice.netAmount());
        totalGross = totalGross.add(invoice.grossAmount());
        if (documents % (besides.facts().isEmpty() ? ROWS : PAPERS) == 0) {
            progress.accept(documents);
        }
    }

    OxygeneKey key(Invoice invoice) {
        return besides.keys().get(invoice.id());
    }

    OxygeneProfile profile() {
        return besides.profile();
    }

    PaperDocument paper(Invoice invoice) {
        return new PaperDocument(invoice, besides.facts().get(invoice.id()), besides.logo());
    }

    /** The paper that Oxygène printed. */
    byte[] ownDocument(Invoice invoice) {
        return besides.ownDocuments().apply(invoice.documentSha256());
    }

    boolean holdsOnePaper() {
        return besides.facts().size() == 1;
    }

    public int documents() {
        return documents;
    }

    public BigDecimal totalNet() {
        return totalNet;
    }

    public BigDecimal totalGross() {
        return totalGross;
    }
}
