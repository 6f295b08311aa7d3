package fr.syaga.facturation.invoice.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.Response.Status;

import fr.syaga.facturation.edge.Rejection;

/** Oxygène's own PDF of one document, as it came. */
@Entity
class KeptDocument {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    @Id
    private UUID invoiceId;

    private byte[] content;
    private int size;
    private String sha256;
    private Instant keptAt;
    private String keptBy;

    protected KeptDocument() {}

    KeptDocument(UUID invoiceId) {
        this.invoiceId = invoiceId;
    }

    /** Takes the place of what was kept before. */
    void hold(byte[] bytes, String hash, String who) {
        content = bytes;
        size = bytes.length;
        sha256 = hash;
        keptAt = Instant.now();
        keptBy = who;
    }

    /** The hash of what a caller sent. @throws Rejection 413 when it is too large, 422 when it is no PDF */
    static String checked(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Rejection.of(
                    Status.REQUEST_ENTITY_TOO_LARGE,
                    "too-large",
                    "The document is larger than the 10 MB that are kept of one. Print it again with smaller pictures.");
        }
        if (bytes.length < PDF.length || !Arrays.equals(PDF, 0, PDF.length, bytes, 0, PDF.length)) {
            throw Rejection.unusableFile(
                    "not-a-pdf",
                    "The file is no PDF: it does not begin with %PDF-. Send the PDF that Oxygène printed.");
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] content() {
        return content;
    }

    int size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    Instant keptAt() {
        return keptAt;
    }

    String keptBy() {
        return keptBy;
    }
}
