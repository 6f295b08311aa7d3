package fr.syaga.facturation.clockify.report;

import java.time.Instant;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.workday.WorkingHours;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;

/** Mails the day's report once the working day is over, at 18:00 by default; a time that was missed is made up for. */
@ApplicationScoped
class DailyReportTimer {

    private static final Logger LOG = Logger.getLogger(DailyReportTimer.class);

    private final DailyReportMail mail;
    private final WorkingHours workingHours;
    private final BusinessDate businessDate;

    DailyReportTimer(DailyReportMail mail, WorkingHours workingHours, BusinessDate businessDate) {
        this.mail = mail;
        this.workingHours = workingHours;
        this.businessDate = businessDate;
    }

    @Scheduled(
            identity = "daily-report",
            cron = "0 0/15 * * * ?",
            timeZone = "{facturation.zone}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (!businessDate.isFixed()) {
            check(Instant.now());
        }
    }

    void check(Instant now) {
        ZonedDateTime at = now.atZone(businessDate.zone());
        if (!workingHours.isOver(at) || !mail.isDue(at.toLocalDate())) {
            return;
        }
        try {
            mail.send(at.toLocalDate(), false, now);
        } catch (Rejection e) {
            LOG.infof("The report waits for the next quarter of an hour: %s", e.getDetail());
        }
    }
}
