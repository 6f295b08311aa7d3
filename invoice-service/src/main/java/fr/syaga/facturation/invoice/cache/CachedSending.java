package fr.syaga.facturation.invoice.cache;

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
public record CachedSending(LocalDate on, List<String> recipients) {

    /** As one text, the day first, so that a stream of documents asks once for each. */
    public static final String OF_THE_NUMBER = """
            (select concat_ws(' ', to_char(c.sent_on, 'YYYY-MM-DD'), array_to_string(c.recipients, ' '))
             from cached_invoice c where c.number = number and c.sent_on is not null)""";

    private static final CachedSending NONE = new CachedSending(null, List.of());

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Midday: in Paris and in UTC it is the same day. */
    public Instant at() {
        return on == null ? null : on.atTime(LocalTime.NOON).atZone(PARIS).toInstant();
    }

    public static CachedSending of(String text) {
        if (text == null) {
            return NONE;
        }
        List<String> words = List.of(text.split(" "));
        return new CachedSending(LocalDate.parse(words.get(0)), words.subList(1, words.size()));
    }
}
