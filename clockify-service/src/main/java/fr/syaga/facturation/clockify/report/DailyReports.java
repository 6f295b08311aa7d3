package fr.syaga.facturation.clockify.report;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;

/** The report of any day, from what is stored now. */
@ApplicationScoped
class DailyReports {

    private final TimeEntries entries;
    private final Contracts contracts;
    private final HourlyRates rates;
    private final ReportConfig config;

    DailyReports(TimeEntries entries, Contracts contracts, HourlyRates rates, ReportConfig config) {
        this.entries = entries;
        this.contracts = contracts;
        this.rates = rates;
        this.config = config;
    }

    @Transactional
    DailyReport of(LocalDate day) {
        return DailyReport.of(
                day, entries.between(day.withDayOfMonth(1), day), contracts.book(), rates.prices(), config.threshold());
    }
}
