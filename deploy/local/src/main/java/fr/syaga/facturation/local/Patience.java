package fr.syaga.facturation.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/**
 * How long a start may take.
 *
 * @param limit in all, however busy it is
 * @param still without a sign that anything goes on
 */
record Patience(Duration limit, Duration still) {

    private static final String SETTING = "FACTURATION_START_WAIT";
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** @throws Trouble when the setting says no time */
    static Patience of(Map<String, String> environment) {
        String text = environment.getOrDefault(SETTING, "").strip();
        return new Patience(text.isEmpty() ? TEN_MINUTES : duration(text), A_MINUTE);
    }

    /** {@code 600} (seconds), {@code 600s}, {@code 10m} or {@code PT10M}. */
    private static Duration duration(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        if (iso.matches("\\d+")) {
            iso = iso + "S";
        }
        try {
            Duration duration = Duration.parse(iso.startsWith("PT") ? iso : "PT" + iso);
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, as for no time at all.
        }
        throw new Trouble(
                "%s is '%s'; it must be a time such as 600 (seconds), 10m or PT10M.".formatted(SETTING, text));
    }
}
