package fr.syaga.facturation.invoice.invoice;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Embeddable;

/** When a document left for the accounting software, under which key, and when the customer got it; the first time counts. */
@Embeddable
record Handover(Instant exportedAt, String exportKey, Instant sentAt) {

    static final Handover NONE = new Handover(null, null, null);

    boolean isExported() {
        return exportedAt != null;
    }

    boolean isExportedAs(String key) {
        return isExported() && Objects.equals(exportKey, key);
    }

    Handover exportedAs(String key, Instant at) {
        return new Handover(Objects.requireNonNullElse(exportedAt, at), key, sentAt);
    }

    /** As if it had never left: Oxygène no longer has it. */
    Handover withdrawn() {
        return new Handover(null, null, sentAt);
    }

    Handover sent(Instant at) {
        return new Handover(exportedAt, exportKey, at);
    }
}
