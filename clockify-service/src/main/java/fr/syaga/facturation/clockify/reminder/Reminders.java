package fr.syaga.facturation.clockify.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.forfait.Forfaits;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.report.Figures;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.workday.WorkingHours;
import fr.syaga.facturation.edge.BusinessDate;

/** What should be put right at a moment, from what is stored. */
@ApplicationScoped
public class Reminders {

    private static final int REMINDER_DAYS = 31;

    private final TimeEntries entries;
    private final Forfaits forfaits;
    private final HourlyRates rates;
    private final MonitoringConfig config;
    private final WorkingHours workingHours;
    private final BusinessDate businessDate;

    Reminders(
            TimeEntries entries,
            Forfaits forfaits,
            HourlyRates rates,
            MonitoringConfig config,
            WorkingHours workingHours,
            BusinessDate businessDate) {
        this.entries = entries;
        this.forfaits = forfaits;
        this.rates = rates;
        this.config = config;
        this.workingHours = workingHours;
        this.businessDate = businessDate;
    }

    /** The checks of every quarter of an hour: timers and entries. */
    @Transactional
    List<Reminder> checks(Instant now) {
        ZonedDateTime at = now.atZone(businessDate.zone());
        LocalDate today = at.toLocalDate();
        List<TimeEntry> recent = entries.between(today.minusDays(REMINDER_DAYS), today);
        Stream<TimeEntry> older = entries.running().stream().filter(timer -> !recent.contains(timer));
        EntryCheck check = new EntryCheck(now, today, config);
        List<Reminder> reminders = new ArrayList<>(Stream.concat(older, recent.stream())
                .flatMap(entry -> check.of(entry).stream())
                .toList());
        if (workingHours.areOn(at)) {
            LocalDate active = today.minusDays(config.activeDays());
            reminders.addAll(new IdleCheck(now, businessDate.zone(), config.idleAfter())
                    .of(recent.stream()
                            .filter(entry -> !entry.day().isBefore(active))
                            .toList()));
        }
        return reminders;
    }

    /** The coaching of every hour. */
    @Transactional
    public Coaching coaching(LocalDate today) {
        return Coaching.of(today, figures(today), forfaits.month(YearMonth.from(today)), config);
    }

    @Transactional
    List<Reminder> coachingReminders(LocalDate today) {
        return coaching(today).reminders(figures(today), config.goalAfter());
    }

    private Figures figures(LocalDate today) {
        return Figures.of(entries.between(today, today), rates.prices());
    }
}
