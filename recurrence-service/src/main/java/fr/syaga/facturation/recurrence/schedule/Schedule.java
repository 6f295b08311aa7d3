package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The due dates of a contract. The n-th date is computed from the anchor and never from the date before it, so that a month
 * end stays a month end after February.
 *
 * @param periodicity the months between two due dates
 * @param anchor a month in which an invoice is due
 * @param dayOfMonth 1 to 31; a month that is too short is invoiced on its last day, so 31 is the last day of every month
 */
public record Schedule(Periodicity periodicity, YearMonth anchor, int dayOfMonth) {

    private static final int LAST_DAY = 31;

    public Schedule {
        if (dayOfMonth < 1 || dayOfMonth > LAST_DAY) {
            throw new IllegalArgumentException("A day of the month is 1 to 31, not " + dayOfMonth);
        }
    }

    /** The due date {@code n} steps after the anchor's own; {@code n} may be negative. */
    public LocalDate due(int n) {
        YearMonth month = anchor.plusMonths((long) n * periodicity.months());
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    /** The first due date on or after {@code day}. */
    public LocalDate firstOnOrAfter(LocalDate day) {
        return due(indexOnOrAfter(day));
    }

    /** The first due date after {@code day}. */
    public LocalDate firstAfter(LocalDate day) {
        return firstOnOrAfter(day.plusDays(1));
    }

    /** Every due date from {@code from} to {@code to}, both inclusive, in order. */
    public Stream<LocalDate> between(LocalDate from, LocalDate to) {
        return IntStream.iterate(indexOnOrAfter(from), n -> n + 1)
                .mapToObj(this::due)
                .takeWhile(due -> !due.isAfter(to));
    }

    /**
     * The months that the invoice of {@code dueOn} stands for: those that begin with its month, or, when it is due on the last
     * day of the month, those that end with it, for that is how invoicing in arrears is dated.
     */
    public Period periodOf(LocalDate dueOn) {
        YearMonth month = YearMonth.from(dueOn);
        YearMonth first = dayOfMonth == LAST_DAY ? month.minusMonths(periodicity.months() - 1L) : month;
        return new Period(first.atDay(1), first.plusMonths(periodicity.months()).atDay(1));
    }

    /** The months of the year in which an invoice is due, ascending. */
    public List<Integer> months() {
        TreeSet<Integer> months = new TreeSet<>();
        for (int n = 0; n < periodicity.perYear(); n++) {
            months.add(anchor.plusMonths((long) n * periodicity.months()).getMonthValue());
        }
        return List.copyOf(months);
    }

    private int indexOnOrAfter(LocalDate day) {
        int months = (day.getYear() - anchor.getYear()) * 12 + day.getMonthValue() - anchor.getMonthValue();
        int n = Math.floorDiv(months, periodicity.months());
        while (due(n).isBefore(day)) {
            n++;
        }
        return n;
    }
}
