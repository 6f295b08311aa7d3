package fr.syaga.facturation.clockify.billing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * FACTURABLE time that is on no bill: the month's, and late time of months that were billed before. Some of it is held back: what
 * Clockify has invoiced, and by a setting what nobody approved.
 */
@ApplicationScoped
class FreeTime {

    private final BillingItems items;
    private final TimeEntries entries;
    private final BillingConfig config;

    FreeTime(BillingItems items, TimeEntries entries, BillingConfig config) {
        this.items = items;
        this.entries = entries;
        this.config = config;
    }

    /** What may be billed with the month. */
    List<TimeEntry> of(YearMonth month) {
        return all(month).stream()
                .filter(entry -> !entry.isBilledElsewhere() && !isUnapproved(entry))
                .toList();
    }

    /** What is held back because Clockify has it on an invoice of its own. */
    List<TimeEntry> billedElsewhere(YearMonth month) {
        return all(month).stream().filter(TimeEntry::isBilledElsewhere).toList();
    }

    /** What is held back until somebody approves it in Clockify; nothing while the setting is off. */
    List<TimeEntry> notApproved(YearMonth month) {
        return all(month).stream()
                .filter(entry -> !entry.isBilledElsewhere() && isUnapproved(entry))
                .toList();
    }

    private boolean isUnapproved(TimeEntry entry) {
        return config.approvedOnly() && !entry.standing().isApproved();
    }

    private List<TimeEntry> all(YearMonth month) {
        List<TimeEntry> free = new ArrayList<>(items.late(month));
        entries.ofMonth(month).stream()
                .filter(entry -> entry.category() == Category.FACTURABLE && !entry.isBilled())
                .forEach(free::add);
        return free;
    }
}
