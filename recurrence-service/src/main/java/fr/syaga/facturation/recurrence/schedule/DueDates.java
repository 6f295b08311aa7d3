package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is due of a schedule that begins and may end: never before {@code billFrom}, never after {@code until}.
 *
 * @param since the first day of the service
 * @param billFrom the first day on which something can be due; a period that began earlier can be written down late
 * @param until the last day; null when it goes on
 * @param prorated whether a period that it begins or ends within is due in part; else only whole periods are
 */
public record DueDates(Schedule schedule, LocalDate since, LocalDate billFrom, LocalDate until, boolean prorated) {

    /**
     * One due date.
     *
     * @param day the day by which prices and pauses count
     * @param dueOn the same day, or the working day that it was moved to
     * @param period the whole months that it stands for
     * @param service the days of them within the service
     */
    public record Due(LocalDate day, LocalDate dueOn, Period period, Period service) {

        public boolean isWhole() {
            return service.equals(period);
        }
    }

    /** Those dated from one day to another, both inclusive, in the order of their periods. */
    public Stream<Due> between(LocalDate from, LocalDate to, Weekends weekends) {
        // A weekend moves a date by a few days, a begin or end moves it within its period.
        int reach = schedule.periodicity().months();
        LocalDate first = from.isBefore(billFrom) ? billFrom : from;
        LocalDate last = until != null && until.isBefore(to) ? until : to;
        return schedule.between(first.minusMonths(reach), last.plusMonths(reach))
                .flatMap(scheduledOn -> due(scheduledOn, weekends).stream())
                .filter(due -> !due.dueOn().isBefore(from) && !due.dueOn().isAfter(to));
    }

    /** No more than so many are dated from one day to another: what they would cost is known before they are counted out. */
    public long atMost(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(billFrom) ? billFrom : from;
        LocalDate last = until != null && until.isBefore(to) ? until : to;
        return last.isBefore(first)
                ? 0
                : ChronoUnit.MONTHS.between(first, last)
                                / schedule.periodicity().months()
                        + 2;
    }

    private Optional<Due> due(LocalDate scheduledOn, Weekends weekends) {
        Period period = schedule.periodOf(scheduledOn);
        Period service = prorated ? period.between(since, until).orElse(null) : period;
        LocalDate day = prorated ? within(scheduledOn, begin(period), until) : scheduledOn;
        if (service == null || day.isBefore(billFrom) || until != null && day.isAfter(until)) {
            return Optional.empty();
        }
        return Optional.of(new Due(day, within(weekends.move(day), billFrom, until), period, service));
    }

    /** The first day on which something of a period can be due: a first period that is written down late is due then. */
    private LocalDate begin(Period period) {
        boolean writtenLate = billFrom.isAfter(since) && period.contains(since) && period.contains(billFrom);
        return writtenLate ? billFrom : since;
    }

    private static LocalDate within(LocalDate day, LocalDate first, LocalDate last) {
        LocalDate notBefore = day.isBefore(first) ? first : day;
        return last != null && notBefore.isAfter(last) ? last : notBefore;
    }
}
