package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;

import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Whether a candidate is a contract and whether it still runs on the day of the analysis. */
record Verdict(Schedule schedule, int missed, PatternStatus status, boolean isContract) {

    /** Four months in a row are the shortest contract worth a person's look, three when the due dates are rarer. */
    private static final int YOUNGEST_MONTHLY = 4;

    private static final int YOUNGEST = 3;

    /** A short series of months that is over was paid in instalments; it takes half a year to have been a contract. */
    private static final int SHORTEST_ENDED_MONTHLY = 6;

    /** The same of every second or third month. */
    private static final int SHORTEST_ENDED = 4;

    /** Under so many occurrences a contract must be unbroken: three equal amounts at irregular gaps are not one. */
    private static final int ESTABLISHED_MONTHLY = 6;

    private static final int ESTABLISHED = 5;

    /** So many equal invoices and then none are the fee of a project that is over. */
    private static final int LONGEST_PROJECT = 7;

    /** So many invoices whose amount goes up and down are the hours of a project. */
    private static final int A_YEAR = 12;

    /** An invoice of a young contract that is due since less than ten days may still come. */
    private static final int GRACE_DAYS = 10;

    /** Of the occurrences of an established contract so many are interrupted at most. */
    private static final double MOST_INTERRUPTED = 0.25;

    static Verdict on(CandidateContract candidate, LocalDate asOf) {
        Periodicity periodicity = Periodicity.ofMonths(candidate.step());
        Schedule schedule =
                new Schedule(periodicity, Months.month(candidate.last().dueMonth()), candidate.dayOfMonth());
        int missed = 0;
        while (!schedule.due(missed + 1).isAfter(asOf)) {
            missed++;
        }
        PatternStatus status = missed >= periodicity.missesThatEnd() ? PatternStatus.ENDED : PatternStatus.ACTIVE;
        boolean late = missed == 1 && schedule.due(1).plusDays(GRACE_DAYS).isAfter(asOf);
        return new Verdict(schedule, missed, status, isContract(candidate, status, late ? 0 : missed));
    }

    /** Whether it is interrupted no more than a contract, or a part of one, may be. */
    static boolean isUnbroken(CandidateContract candidate) {
        return candidate.size() >= (candidate.step() == 1 ? ESTABLISHED_MONTHLY : ESTABLISHED)
                ? candidate.interruptions() <= candidate.size() * MOST_INTERRUPTED
                : candidate.holes().isEmpty();
    }

    private static boolean isContract(CandidateContract candidate, PatternStatus status, int missed) {
        boolean monthly = candidate.step() == 1;
        int size = candidate.size();
        if (monthly && size < A_YEAR && candidate.wavers()) {
            return false;
        }
        if (status == PatternStatus.ENDED) {
            int shortest = monthly ? SHORTEST_ENDED_MONTHLY : candidate.step() < 6 ? SHORTEST_ENDED : YOUNGEST;
            return size >= shortest && isUnbroken(candidate);
        }
        int established = missed == 0 ? ESTABLISHED_MONTHLY : LONGEST_PROJECT + 1;
        if (size >= (monthly ? established : ESTABLISHED)) {
            return isUnbroken(candidate);
        }
        return size >= (monthly ? YOUNGEST_MONTHLY : YOUNGEST) && missed == 0 && isUnbroken(candidate);
    }
}
