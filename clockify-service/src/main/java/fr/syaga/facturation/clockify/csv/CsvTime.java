package fr.syaga.facturation.clockify.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.syaga.facturation.edge.PlainText;

/** Times of day, durations and amounts as exports write them. */
final class CsvTime {

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([AaPp])\\.?[Mm]\\.?)?");
    private static final String PLAIN = "00:00:00";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private CsvTime() {}

    static LocalTime time(String text) {
        if (isPlain(text)) {
            return plain(text);
        }
        Matcher parts = TIME.matcher(text.strip());
        if (!parts.matches()) {
            throw new DateTimeException("'%s' is not a time of day".formatted(text));
        }
        int hour = Integer.parseInt(parts.group(1));
        if (parts.group(4) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("'%s' is not a time of day".formatted(text));
            }
            hour = hour % 12 + (parts.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        int minute = Integer.parseInt(parts.group(2));
        int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("'%s' is not a time of day".formatted(text));
        }
        return LocalTime.of(hour, minute, second);
    }

    /** {@code 09:05:00}, as Clockify writes most times: read without a pattern. */
    private static boolean isPlain(String text) {
        if (text.length() != PLAIN.length()) {
            return false;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char each = text.charAt(i);
            if (PLAIN.charAt(i) == ':' ? each != ':' : each < '0' || each > '9') {
                return false;
            }
        }
        return true;
    }

    private static LocalTime plain(String text) {
        try {
            return LocalTime.of(
                    Integer.parseInt(text, 0, 2, 10),
                    Integer.parseInt(text, 3, 5, 10),
                    Integer.parseInt(text, 6, 8, 10));
        } catch (DateTimeException e) {
            throw new DateTimeException("'%s' is not a time of day".formatted(text), e);
        }
    }

    static boolean hasSeconds(String text) {
        if (isPlain(text)) {
            return true;
        }
        Matcher parts = TIME.matcher(text.strip());
        return parts.matches() && parts.group(3) != null;
    }

    /** What a row says of its duration: as a clock, or as decimal hours where Clockify was set to write those; or null. */
    static Duration duration(CsvHeading heading, List<String> fields) {
        String written = heading.cell(fields, CsvColumn.DURATION);
        return Stream.of(
                        duration(written),
                        decimalHours(written),
                        decimalHours(heading.cell(fields, CsvColumn.DURATION_DECIMAL)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String clock(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 27:30:00} or {@code 0:13}; null for anything else. */
    static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text == null ? "" : text.strip());
        if (!parts.matches()) {
            return null;
        }
        long seconds = parts.group(3) == null ? 0 : Long.parseLong(parts.group(3));
        return Duration.ofHours(Long.parseLong(parts.group(1)))
                .plusMinutes(Long.parseLong(parts.group(2)))
                .plusSeconds(seconds);
    }

    /** Decimal hours, which have lost up to 18 seconds. */
    static Duration decimalHours(String text) {
        BigDecimal hours = amount(text);
        return hours == null
                ? null
                : Duration.ofSeconds(hours.multiply(SECONDS_PER_HOUR)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** {@code 1,234.50}, {@code 1.234,50}, {@code 1 234,50} or {@code 1'234.50}; null when it is no number. */
    static BigDecimal amount(String text) {
        if (text == null) {
            return null;
        }
        String plain = PlainText.withPlainSpaces(text).replaceAll("[\\s'’]", "");
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        String decimal = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        return decimal.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(decimal) : null;
    }
}
