package fr.syaga.facturation.clockify.report;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** The report of any day, from what is stored now. */
@ApplicationScoped
class DailyReports {

    private final TimeEntries entries;
    private final Contracts contracts;
    private final HourlyRates rates;
    private final Doubts doubts;
    private final ReportConfig config;

    DailyReports(TimeEntries entries, Contracts contracts, HourlyRates rates, Doubts doubts, ReportConfig config) {
        this.entries = entries;
        this.contracts = contracts;
        this.rates = rates;
        this.doubts = doubts;
        this.config = config;
    }

    @Transactional
    DailyReport of(LocalDate day) {
        List<TimeEntry> month = entries.between(day.withDayOfMonth(1), day);
        return DailyReport.of(
                day, month, doubts.views(doubts.about(month)), contracts.book(), rates.prices(), config.threshold());
    }
}
