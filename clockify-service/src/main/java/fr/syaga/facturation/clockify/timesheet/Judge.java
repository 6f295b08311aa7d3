package fr.syaga.facturation.clockify.timesheet;

import java.util.List;
import java.util.Map;

/** Decides what entries mean for a bill. */
public interface Judge {

    /** What one entry means on its own. */
    Verdict verdict(TimeEntry entry);

    /** What a month's entries mean together: a contract's included hours are used up in the order of time. */
    Map<TimeEntry, Verdict> verdicts(List<TimeEntry> month);

    /** False while no contract includes hours: then each entry can be looked at alone. */
    boolean looksAtMonths();
}
