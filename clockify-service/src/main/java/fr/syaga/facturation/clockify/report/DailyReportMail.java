package fr.syaga.facturation.clockify.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.mail.Notice;
import fr.syaga.facturation.clockify.mail.Notices;
import fr.syaga.facturation.clockify.mail.Outbox;
import fr.syaga.facturation.edge.Rejection;

/** Mails the report of a day, once. */
@ApplicationScoped
class DailyReportMail {

    private static final Logger LOG = Logger.getLogger(DailyReportMail.class);
    private static final String CHART = "chart@facturation";
    private static final String CHART_ELEMENT =
            "<img src=\"cid:%s\" width=\"720\" alt=\"Facturable du mois par client, en euros\">".formatted(CHART);

    private final DailyReports reports;
    private final DailyReportPage page;
    private final Notices notices;
    private final Outbox outbox;

    DailyReportMail(DailyReports reports, DailyReportPage page, Notices notices, Outbox outbox) {
        this.reports = reports;
        this.page = page;
        this.notices = notices;
        this.outbox = outbox;
    }

    /** What was mailed, when and to whom. */
    record Sent(LocalDate date, Instant sentAt, List<String> recipients) {}

    /**
     * Mails the report unless it was mailed before; then that is the answer.
     *
     * @param again mails it once more
     */
    Sent send(LocalDate day, boolean again, Instant now) {
        outbox.requireConfigured();
        String subject = subject(day);
        if (again) {
            notices.forget(subject);
        }
        List<String> claimed = notices.claim(List.of(subject), now);
        if (!claimed.isEmpty()) {
            DailyReport report = reports.of(day);
            notices.send(mail(report), claimed, now);
            LOG.infof(
                    "Mailed the report of %s to %d people",
                    day, outbox.recipients().size());
        }
        Notice told = notices.told(subject)
                .orElseThrow(() -> Rejection.conflict("mail-being-sent", "The report is being mailed at this moment."));
        return new Sent(day, told.sentAt(), told.recipients());
    }

    /** True when it is worth a mail and was not mailed yet. */
    boolean isDue(LocalDate day) {
        return outbox.isConfigured()
                && notices.told(subject(day)).isEmpty()
                && reports.of(day).isWorthAMail();
    }

    private static String subject(LocalDate day) {
        return "report:" + day;
    }

    private Mail mail(DailyReport report) {
        return new Mail()
                .setSubject(DailyReportPage.title(report))
                .setText(page.text(report))
                .setHtml(page.html(report, CHART_ELEMENT))
                .addInlineAttachment(
                        "facturable.png", new CustomerChart(report.customers()).png(), "image/png", "<" + CHART + ">");
    }
}
