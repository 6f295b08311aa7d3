package fr.syaga.facturation.invoice.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What the old cache knows of a document's sending, beside the document: a day and e-mail addresses, never an hour.
 *
 * @param on null when the cache does not know that it was sent
 */
public record CachedSending(LocalDate on, String addresses) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Midday: in Paris and in UTC it is the same day. */
    public Instant at() {
        return on == null ? null : on.atTime(LocalTime.NOON).atZone(PARIS).toInstant();
    }

    List<String> recipients() {
        return on == null || addresses == null || addresses.isEmpty() ? List.of() : List.of(addresses.split(" "));
    }
}
