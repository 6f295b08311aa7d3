package fr.syaga.facturation.invoice.logo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The picture at the head of the issuer's papers, as it was brought. There is one. */
@Entity
@Table(name = "issuer_logo")
class Logo {

    @Id
    private boolean onlyOne = true;

    private String mediaType;
    private byte[] content;
    private String sha256;
    private Instant keptAt;
    private String keptBy;

    /** Takes the place of the one before. */
    void hold(LogoFormat format, byte[] bytes, String who) {
        mediaType = format.mediaType();
        content = bytes;
        sha256 = hash(bytes);
        keptAt = Instant.now();
        keptBy = who;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content;
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
