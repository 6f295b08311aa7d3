package fr.syaga.facturation.clockify.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;

/** Sends mails to the people who are to be told, or says why it cannot. */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final ReactiveMailer mailer;
    private final Vertx vertx;
    private final MailConfig config;
    private final MailFigures figures;

    Outbox(ReactiveMailer mailer, Vertx vertx, MailConfig config, MailFigures figures) {
        this.mailer = mailer;
        this.vertx = vertx;
        this.config = config;
        this.figures = figures;
    }

    public boolean isConfigured() {
        return config.host().isPresent() && !recipients().isEmpty();
    }

    /** @throws Rejection 409 while no mail can leave */
    public void requireConfigured() {
        if (!isConfigured()) {
            throw Rejection.conflict(
                    "mail-not-configured",
                    "No mail can leave: set QUARKUS_MAILER_HOST and FACTURATION_MAIL_TO and start again.");
        }
    }

    public List<String> recipients() {
        return config.to().orElse(List.of());
    }

    /**
     * One mail to all recipients.
     *
     * @throws Rejection 409 while no mail can leave, 503 when the mail server did not take it
     */
    public void send(Mail mail) {
        requireConfigured();
        try {
            onEventLoop(mail.setTo(recipients())).await().atMost(config.patience());
        } catch (RuntimeException e) {
            figures.refused();
            LOG.warnf("The mail server did not take '%s': %s", mail.getSubject(), e.getMessage());
            throw Rejection.of(
                    Status.SERVICE_UNAVAILABLE,
                    "mail-unavailable",
                    "The mail server did not take the mail; nothing was lost, repeat the call later.");
        }
    }

    /** Called on another thread, the mail client may miss the server's greeting and wait for it until the server gives up. */
    private Uni<Void> onEventLoop(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(task -> vertx.runOnContext(start -> task.run()));
    }
}
