package fr.syaga.facturation.invoice.drafting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;

import fr.syaga.facturation.edge.PlainText;

/**
 * Tells whether two drafts mean the same. It covers what the writer said and nothing that was filled in, so that a draft
 * without a date is the same draft tomorrow; the run that carried it does not count.
 */
final class ContentHash {

    private ContentHash() {}

    static String of(InvoiceDraft draft) {
        StringJoiner said = new StringJoiner("\u001f");
        add(said, PlainText.code(draft.customerCode()).toUpperCase(java.util.Locale.ROOT));
        add(said, draft.kind(), draft.origin(), draft.issuedOn(), draft.dueOn(), draft.periodFrom(), draft.periodTo());
        add(said, draft.subject(), draft.contractId(), draft.creditOf());
        if (draft.purchaseOrder() != null) {
            add(said, "order", draft.purchaseOrder());
        }
        if (draft.validUntil() != null) {
            add(said, "until", draft.validUntil());
        }
        for (InvoiceDraft.Line line : draft.lines()) {
            add(said, line.articleCode(), line.description(), plain(line.quantity()), line.unit());
            add(said, plain(line.unitPrice()), plain(line.vatRate()));
        }
        return sha256(said.toString());
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(StringJoiner said, Object... values) {
        for (Object value : values) {
            said.add(value == null ? "\u0000" : value.toString());
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
