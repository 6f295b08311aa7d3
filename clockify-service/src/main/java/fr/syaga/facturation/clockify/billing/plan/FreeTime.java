package fr.syaga.facturation.clockify.billing.plan;

import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.billing.lines.BillingConfig;
import fr.syaga.facturation.clockify.billing.lines.MonthTime;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;

/** Reads a month's time, and the late time that goes with it. */
@ApplicationScoped
public class FreeTime {

    private final BillingItems items;
    private final TimeEntries entries;
    private final BillingConfig config;

    FreeTime(BillingItems items, TimeEntries entries, BillingConfig config) {
        this.items = items;
        this.entries = entries;
        this.config = config;
    }

    public MonthTime of(YearMonth month) {
        return new MonthTime(entries.ofMonth(month), items.late(month), config.approvedOnly());
    }
}
