package fr.syaga.facturation.clockify.billing.lines;

import java.util.List;
import java.util.stream.Stream;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * A month's time at one moment, read once for all that is asked of it. Some FACTURABLE time that is on no bill is held back: what
 * Clockify has invoiced, and by a setting what nobody approved.
 *
 * @param all of the month, billed or not, in the order of time
 * @param late free FACTURABLE time of months that were billed before
 * @param approvedOnly what nobody approved in Clockify is held back
 */
public record MonthTime(List<TimeEntry> all, List<TimeEntry> late, boolean approvedOnly) {

    /** What may be billed with the month. */
    public List<TimeEntry> free() {
        return unbilled()
                .filter(entry -> !entry.isBilledElsewhere() && !isUnapproved(entry))
                .toList();
    }

    /** What is held back because Clockify has it on an invoice of its own. */
    public List<TimeEntry> billedElsewhere() {
        return unbilled().filter(TimeEntry::isBilledElsewhere).toList();
    }

    /** What is held back until somebody approves it in Clockify; nothing while the setting is off. */
    public List<TimeEntry> notApproved() {
        return unbilled()
                .filter(entry -> !entry.isBilledElsewhere() && isUnapproved(entry))
                .toList();
    }

    private boolean isUnapproved(TimeEntry entry) {
        return approvedOnly && !entry.status().isApproved();
    }

    private Stream<TimeEntry> unbilled() {
        return Stream.concat(late.stream(), all.stream())
                .filter(entry -> entry.category() == Category.FACTURABLE && !entry.isBilled());
    }
}
