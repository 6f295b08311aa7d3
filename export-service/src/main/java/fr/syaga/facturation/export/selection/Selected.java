package fr.syaga.facturation.export.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.invoicing.Sha256;

/**
 * The invoices that a request selects, frozen as they are read. Two requests that select the same invoices with the same
 * content, in the same order, have the same fingerprint.
 */
public final class Selected {

    private final ObjectMapper json;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream frozen = new ByteArrayOutputStream();
    private final GZIPOutputStream zipped;
    private final List<Invoice> invoices = new ArrayList<>();

    public Selected(ObjectMapper json) {
        this.json = json;
        try {
            zipped = new GZIPOutputStream(frozen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(Invoice invoice) {
        try {
            byte[] line = json.writeValueAsBytes(invoice);
            digest.update(line);
            digest.update((byte) '\n');
            zipped.write(line);
            zipped.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        invoices.add(withoutTexts(invoice));
    }

    /** A hundred thousand invoices are kept here at once: what decides about a file stays, the texts do not. */
    private static Invoice withoutTexts(Invoice invoice) {
        // Which of its lines go against the others is asked of a credit note alone; that needs each of them.
        List<InvoiceLine> lines = invoice.isCreditNote()
                ? invoice.lines().stream()
                        .map(line -> withoutTexts(line, line.netAmount()))
                        .toList()
                : invoice.lines().stream()
                        .map(line -> withoutTexts(line, null))
                        .distinct()
                        .toList();
        return new Invoice(
                invoice.id(),
                invoice.kind(),
                invoice.status(),
                invoice.origin(),
                invoice.reference(),
                invoice.number(),
                invoice.customerCode(),
                null,
                invoice.issuedOn(),
                null,
                null,
                null,
                null,
                null,
                lines,
                invoice.netAmount(),
                invoice.vatAmount(),
                invoice.grossAmount(),
                List.of(),
                null,
                invoice.creditOf(),
                null,
                invoice.documentSha256());
    }

    private static InvoiceLine withoutTexts(InvoiceLine line, BigDecimal netAmount) {
        return new InvoiceLine(0, line.articleCode(), null, null, null, null, null, line.vatRate(), netAmount);
    }

    /** The invoices in their order, without their texts. */
    public List<Invoice> invoices() {
        return invoices;
    }

    public List<UUID> ids() {
        return invoices.stream().map(Invoice::id).toList();
    }

    String fingerprint() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gzipped lines of JSON. */
    public byte[] frozen() {
        try {
            zipped.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frozen.toByteArray();
    }
}
