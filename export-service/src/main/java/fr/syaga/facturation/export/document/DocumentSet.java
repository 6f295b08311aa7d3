package fr.syaga.facturation.export.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;

/**
 * The invoices of one file, frozen when the export was asked for, read one by one so that any number fits in memory. The
 * sums grow while they are read and must equal the control totals afterwards.
 */
public final class DocumentSet {

    /** How many documents are written from one word of progress to the next; a page takes as long as many rows of a table. */
    private static final int ROWS = 1000;

    private static final int PAPERS = 10;
    private static final int BUFFER = 65_536;

    private final byte[] frozen;
    private final ObjectReader reader;
    private final Besides besides;
    private final IntConsumer progress;
    private final List<LeftOut> leftOut = new ArrayList<>();
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
     * @param facts what printed documents say beside their content, by invoice; empty for tables. Only these are printed
     * @param logo the issuer's, null when there is none
     * @param ownDocuments finds the paper that Oxygène printed by its SHA-256
     * @param numbers of a journal's entries, null for other files
     */
    public record Besides(
            Map<UUID, OxygeneKey> keys,
            OxygeneProfile profile,
            Map<UUID, PaperFacts> facts,
            Logo logo,
            Function<String, byte[]> ownDocuments,
            EntryNumbers numbers) {

        /** Of a table nothing more is said. */
        public static Besides nothing() {
            return new Besides(null, null, Map.of(), null, null, null);
        }

        public static Besides forOxygene(Map<UUID, OxygeneKey> keys, OxygeneProfile profile) {
            return new Besides(keys, profile, Map.of(), null, null, null);
        }

        public static Besides onPaper(Map<UUID, PaperFacts> facts, Logo logo, Function<String, byte[]> ownDocuments) {
            return new Besides(null, null, facts, logo, ownDocuments, null);
        }

        public static Besides inJournal(EntryNumbers numbers) {
            return new Besides(null, null, Map.of(), null, null, numbers);
        }
    }

    /** A document that could not be written, and why. */
    public record LeftOut(Invoice invoice, String why) {}

    /** Hands out each invoice in the set's order; one that cannot be written is left out. */
    public void forEach(Consumer<Invoice> each) {
        read(invoice -> take(invoice, each));
    }

    /** Writes an invoice that was made ready. */
    public interface Writing<T> {
        void write(Invoice invoice, T ready) throws IOException;
    }

    /**
     * Makes invoices ready, several at the same time, and has them written one by one in the set's order; one that cannot be made
     * ready is left out.
     *
     * @param ahead how many are begun before the first of them is written
     */
    public <T> void forEachAhead(int ahead, Function<Invoice, Future<T>> begin, Writing<T> writing) {
        InOrder<T> begun = new InOrder<>(begin);
        Consumer<Invoice> write = invoice -> begun.finish(ready -> writing.write(invoice, ready));
        try {
            read(invoice -> {
                begun.begin(invoice);
                if (begun.size() == ahead) {
                    take(begun.first(), write);
                }
            });
            while (begun.size() > 0) {
                take(begun.first(), write);
            }
        } finally {
            begun.cancel();
        }
    }

    private void read(Consumer<Invoice> each) {
        leftOut.clear();
        documents = 0;
        totalNet = BigDecimal.ZERO;
        totalGross = BigDecimal.ZERO;
        try (MappingIterator<Invoice> lines =
                reader.readValues(new GZIPInputStream(new ByteArrayInputStream(frozen), BUFFER))) {
            while (lines.hasNextValue()) {
                Invoice invoice = lines.nextValue();
                if (isMeant(invoice)) {
                    each.accept(invoice);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isMeant(Invoice invoice) {
        return (besides.keys() == null || besides.keys().containsKey(invoice.id()))
                && (besides.facts().isEmpty() || besides.facts().containsKey(invoice.id()));
    }

    private void take(Invoice invoice, Consumer<Invoice> each) {
        try {
            each.accept(invoice);
            count(invoice);
        } catch (Renderer.UnusableDocument e) {
            leftOut.add(new LeftOut(invoice, e.getMessage()));
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

    public OxygeneKey key(Invoice invoice) {
        return besides.keys().get(invoice.id());
    }

    public OxygeneProfile profile() {
        return besides.profile();
    }

    /** An order of before numbers went on within a year begins at one. */
    public EntryNumbers numbers() {
        return besides.numbers() == null ? EntryNumbers.fromOne() : besides.numbers();
    }

    public PaperDocument paper(Invoice invoice) {
        return new PaperDocument(invoice, besides.facts().get(invoice.id()), besides.logo());
    }

    /** The paper that Oxygène printed. */
    public byte[] ownDocument(Invoice invoice) {
        return besides.ownDocuments().apply(invoice.documentSha256());
    }

    public boolean holdsOnePaper() {
        return besides.facts().size() == 1;
    }

    /** What could not be written. */
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
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
