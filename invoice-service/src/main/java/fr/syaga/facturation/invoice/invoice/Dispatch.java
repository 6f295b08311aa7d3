package fr.syaga.facturation.invoice.invoice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * When a document left for the accounting software, under which key, and when the customer got it; the first time counts.
 *
 * @param sentTo everybody who got it, as the sender names them; null when nobody is named
 */
@Embeddable
record Dispatch(
        Instant exportedAt,
        String exportKey,
        Instant sentAt,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> sentTo) {

    static final Dispatch NONE = new Dispatch(null, null, null, null);

    boolean isExported() {
        return exportedAt != null;
    }

    boolean isExportedAs(String key) {
        return isExported() && Objects.equals(exportKey, key);
    }

    boolean isSent() {
        return sentAt != null;
    }

    Dispatch exportedAs(String key, Instant at) {
        return new Dispatch(Objects.requireNonNullElse(exportedAt, at), key, sentAt, sentTo);
    }

    /** As if it had never left: Oxygène no longer has it. */
    Dispatch withdrawn() {
        return new Dispatch(null, null, sentAt, sentTo);
    }

    /** Who gets it later joins those who got it first. */
    Dispatch sent(Instant at, List<String> recipients) {
        Set<String> all = new LinkedHashSet<>(recipients());
        all.addAll(recipients);
        return new Dispatch(
                exportedAt,
                exportKey,
                Objects.requireNonNullElse(sentAt, at),
                all.isEmpty() ? null : new ArrayList<>(all));
    }

    /** As if no customer had ever got it. */
    Dispatch unsent() {
        return new Dispatch(exportedAt, exportKey, null, null);
    }

    List<String> recipients() {
        return sentTo == null ? List.of() : List.copyOf(sentTo);
    }
}
