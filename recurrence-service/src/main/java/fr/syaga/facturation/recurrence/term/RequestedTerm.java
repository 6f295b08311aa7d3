package fr.syaga.facturation.recurrence.term;

import java.time.LocalDate;
import java.util.List;

import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/** What a person asks of the term of a contract; null is what they left out. */
public interface RequestedTerm {

    Periodicity periodicity();

    /** The months in which it is due, 1 to 12. */
    List<Integer> months();

    /** 1 to 31; 31 is the last day of the month. */
    Integer dayOfMonth();

    LocalDate since();

    /** The last day. */
    LocalDate until();

    /** Whether a period that the contract begins or ends within is invoiced by the day. */
    Boolean prorated();

    /** The day before which nothing is invoiced; today, or the first day of the contract when that is later, when none was said. */
    LocalDate billFromOr(LocalDate today);

    /** When it is due, from a day on; that day of the month when none was said. */
    Schedule scheduleFrom(LocalDate day, int usualDay);
}
