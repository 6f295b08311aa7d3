package fr.syaga.facturation.invoice.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One thing that happened to one document. Its hash covers all its fields and the hash of the entry before, so that no byte
 * of the past can change unseen.
 *
 * @param facts the amounts and names that matter, as JSON text
 */
public record JournalEntry(
        long sequence,
        Instant at,
        String actor,
        JournalEvent deed,
        UUID invoiceId,
        String facts,
        String previousHash,
        String hash) {

    /** The hash before the first entry. */
    static final String GENESIS = "0".repeat(64);

    static JournalEntry after(
            String previousHash,
            long sequence,
            Instant at,
            String actor,
            JournalEvent deed,
            UUID invoiceId,
            String facts) {
        String hash = hash(sequence, at, actor, deed, invoiceId, facts, previousHash);
        return new JournalEntry(sequence, at, actor, deed, invoiceId, facts, previousHash, hash);
    }

    /** True when no field was touched since it was written. */
    boolean isIntact() {
        return hash.equals(hash(sequence, at, actor, deed, invoiceId, facts, previousHash));
    }

    private static String hash(
            long sequence,
            Instant at,
            String actor,
            JournalEvent deed,
            UUID invoiceId,
            String facts,
            String previousHash) {
        String text = String.join(
                "\u001f",
                Long.toString(sequence),
                at.toString(),
                actor,
                deed.name(),
                invoiceId.toString(),
                facts,
                previousHash);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
