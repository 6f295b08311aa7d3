package fr.syaga.facturation.clockify.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.mail.Notices;
import fr.syaga.facturation.clockify.mail.Outbox;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;

/** Looks every quarter of an hour, coaches every hour, and mails what nobody was told yet; silent while the date is fixed. */
@ApplicationScoped
class ReminderTimer {

    private static final Logger LOG = Logger.getLogger(ReminderTimer.class);

    private final Reminders reminders;
    private final Notices notices;
    private final Outbox outbox;
    private final Template html;
    private final Template text;
    private final BusinessDate businessDate;

    ReminderTimer(
            Reminders reminders,
            Notices notices,
            Outbox outbox,
            @Location("reminders.html") Template html,
            @Location("reminders.txt") Template text,
            BusinessDate businessDate) {
        this.reminders = reminders;
        this.notices = notices;
        this.outbox = outbox;
        this.html = html;
        this.text = text;
        this.businessDate = businessDate;
    }

    @Scheduled(
            identity = "reminders",
            cron = "0 0/15 * * * ?",
            timeZone = "{facturation.zone}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyQuarter() {
        if (!businessDate.isFixed()) {
            check(Instant.now());
        }
    }

    @Scheduled(
            identity = "coaching",
            cron = "0 0 * * * ?",
            timeZone = "{facturation.zone}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyHour() {
        if (!businessDate.isFixed()) {
            coach(Instant.now());
        }
    }

    void check(Instant now) {
        tell(reminders.checks(now), now);
    }

    void coach(Instant now) {
        tell(reminders.coachingReminders(day(now)), now);
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, businessDate.zone());
    }

    private void tell(List<Reminder> due, Instant now) {
        if (due.isEmpty() || !outbox.isConfigured()) {
            return;
        }
        List<String> claimed = notices.claim(due.stream().map(Reminder::subject).toList(), now);
        List<Reminder> untold = due.stream()
                .filter(reminder -> claimed.contains(reminder.subject()))
                .toList();
        if (untold.isEmpty()) {
            return;
        }
        try {
            notices.send(mail(untold, day(now)), claimed, now);
            LOG.infof("Mailed %d reminders", untold.size());
        } catch (Rejection e) {
            LOG.infof("The reminders wait for the next quarter of an hour: %s", e.getDetail());
        }
    }

    private Mail mail(List<Reminder> untold, LocalDate day) {
        String title =
                "%d rappel%s du %s".formatted(untold.size(), untold.size() > 1 ? "s" : "", FrenchText.longDay(day));
        return new Mail()
                .setSubject(title)
                .setText(text.data("title", title).data("reminders", untold).render())
                .setHtml(html.data("title", title).data("reminders", untold).render());
    }
}
