package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time that one invoice of a contract stands for, half open: {@code end} is the first day after it. It is whole months,
 * or what remains of them where the contract begins or ends within.
 *
 * @param from the first day
 * @param end the first day that no longer belongs to it
 */
public record Period(LocalDate from, LocalDate end) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** January first; looked up once, because a plan names thousands of months. */
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.FRENCH))
            .toList();

    public Period {
        if (!from.isBefore(end)) {
            throw new IllegalArgumentException("A period ends after it begins: " + from + " to " + end);
        }
    }

    /** The last day, as people and documents write it. */
    public LocalDate to() {
        return end.minusDays(1);
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(from, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(end);
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(Period other) {
        return from.isBefore(other.end) && other.from.isBefore(end);
    }

    /** What of it lies between two days, both inclusive; a last day that is null is none. */
    public Optional<Period> between(LocalDate first, LocalDate last) {
        LocalDate begin = first.isAfter(from) ? first : from;
        LocalDate after = last != null && last.isBefore(to()) ? last.plusDays(1) : end;
        return begin.isBefore(after) ? Optional.of(new Period(begin, after)) : Optional.empty();
    }

    /** As it stands on an invoice of a part of it: {@code du 15/08/2025 au 31/08/2025, 17 jours sur 31}. */
    public String partInFrench(Period part) {
        return "du %s au %s, %d jours sur %d"
                .formatted(DAY.format(part.from), DAY.format(part.to()), part.days(), days());
    }

    /** As it stands on an invoice: {@code Août 2025}, {@code Octobre à décembre 2025}, {@code Avril 2025 à mars 2026}. */
    public String inFrench() {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to());
        String begin = capital(month(first));
        if (first.equals(last)) {
            return begin + " " + first.getYear();
        }
        String year = first.getYear() == last.getYear() ? "" : " " + first.getYear();
        return begin + year + " à " + month(last) + " " + last.getYear();
    }

    private static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }
}
