package fr.syaga.facturation.edge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Reads what a caller wrote into a query. A value that cannot be read is a 400 that names the parameter; the framework's own
 * conversion would answer 404 as if the address were wrong.
 */
public final class RequestValue {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private RequestValue() {}

    /** A date such as {@code 2025-07-31}, or null when the parameter is absent; years outside 2000 to 2099 are refused. */
    public static LocalDate date(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Told below, as for a year out of range.
        }
        throw Rejection.invalid(name, "'%s' is not a date such as 2025-07-31".formatted(text));
    }

    /** Refuses the dates {@code from} and {@code to} of a list when no day can be between them: it would seem to be empty. */
    public static void ordered(String from, String to) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (first != null && last != null && first.isAfter(last)) {
            throw Rejection.invalid("from", "is after 'to'");
        }
    }

    /** A month such as {@code 2025-07}; required. */
    public static YearMonth month(String name, String text) {
        if (text == null || text.isBlank()) {
            throw Rejection.invalid(name, "is missing");
        }
        try {
            YearMonth month = YearMonth.parse(text.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // Told below, as for a year out of range.
        }
        throw Rejection.invalid(name, "'%s' is not a month such as 2025-07".formatted(text));
    }

    /** One of the names of an enum, any case, or null when the parameter is absent. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid(
                        name, "'%s' is none of %s".formatted(text, Arrays.toString(type.getEnumConstants()))));
    }

    /** As {@link #oneOf}, for a parameter that may be repeated or hold several names with commas. */
    public static <E extends Enum<E>> List<E> someOf(Class<E> type, String name, List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .filter(text -> !text.isBlank())
                .map(text -> oneOf(type, name, text))
                .toList();
    }

    /** A whole number, or null when the parameter is absent. */
    public static Integer number(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Rejection.invalid(name, "'%s' is not a whole number".formatted(text));
        }
    }

    /** An identifier; what cannot be one is answered like one that is unknown, by a 404. */
    public static UUID id(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Rejection.notFound(what, text);
        }
    }
}
