package fr.syaga.facturation.export.delivery;

import java.net.ConnectException;
import java.net.UnknownHostException;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;

import fr.syaga.facturation.export.document.PaperDocument;

/**
 * Hands one mail to the mail server and says what became of it. Only what the server itself said, or that it was never reached,
 * is certain; every other failure leaves a doubt.
 */
@ApplicationScoped
class MailSender {

    private static final String PDF = "application/pdf";

    private final ReactiveMailer mailer;
    private final Vertx vertx;
    private final DeliveryConfig config;

    MailSender(ReactiveMailer mailer, Vertx vertx, DeliveryConfig config) {
        this.mailer = mailer;
        this.vertx = vertx;
        this.config = config;
    }

    /** What became of a mail. */
    enum Fate {
        TAKEN,
        PUT_OFF,
        REFUSED,
        UNKNOWN
    }

    /** A fate and the sentence that explains it, null when it was taken. */
    record Outcome(Fate fate, String why) {}

    Outcome send(Delivery delivery, Deliveries.Enclosure enclosure) {
        Mail mail;
        try {
            mail = mail(delivery, enclosure);
        } catch (MailAddress.Unusable e) {
            return new Outcome(Fate.REFUSED, e.french());
        }
        try {
            onEventLoop(mail).await().atMost(config.patience());
            return new Outcome(Fate.TAKEN, null);
        } catch (RuntimeException e) {
            return judged(e);
        }
    }

    /** Called on another thread, the mail client may miss the server's greeting, and a mail that never left is in doubt. */
    private Uni<Void> onEventLoop(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(task -> vertx.runOnContext(start -> task.run()));
    }

    private Mail mail(Delivery delivery, Deliveries.Enclosure enclosure) {
        Envelope envelope = delivery.envelope();
        Mail mail = new Mail()
                .setFrom(envelope.sender())
                .setTo(MailAddress.deliverable(envelope.addressees()).stream()
                        // In brackets a quoted part is taken as it stands.
                        .map("<%s>"::formatted)
                        .toList())
                .setSubject(MailSubject.inHeader(envelope.subject()))
                .setText(envelope.body())
                .addHeader("Message-ID", envelope.messageId())
                .addAttachment(documentName(delivery), enclosure.document(), PDF);
        if (enclosure.timesheet() != null) {
            mail.addAttachment(timesheetName(delivery), enclosure.timesheet(), PDF);
        }
        return mail;
    }

    static String documentName(Delivery delivery) {
        return PaperDocument.fileName(delivery.number());
    }

    static String timesheetName(Delivery delivery) {
        return "releve-heures-" + documentName(delivery);
    }

    private static Outcome judged(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException said) {
                return new Outcome(
                        said.isPermanent() ? Fate.REFUSED : Fate.PUT_OFF,
                        "Le serveur de messagerie répond : " + said.getReplyMessage());
            }
            if (cause instanceof IllegalArgumentException) {
                return new Outcome(
                        Fate.REFUSED,
                        "Le message n’a pas pu être écrit et n’est pas parti : l’adresse de l’expéditeur ou d’un destinataire est inutilisable.");
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Outcome(Fate.PUT_OFF, "Le serveur de messagerie est injoignable.");
            }
        }
        return new Outcome(
                Fate.UNKNOWN,
                "La connexion s’est rompue avant la réponse du serveur : nul ne sait si le message est parti."
                        + " Vérifiez, puis confirmez ou renvoyez.");
    }
}
