package fr.syaga.facturation.clockify.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Tells each thing once: it is claimed in the database before its mail is sent, by whichever instance comes first, and given
 * back when the mail did not leave.
 */
@ApplicationScoped
public class Notices implements PanacheRepositoryBase<Notice, String> {

    /** Who claimed something and then died is not waited for longer. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Outbox outbox;

    Notices(Outbox outbox) {
        this.outbox = outbox;
    }

    /** When and to whom it was told, if it was. */
    public Optional<Notice> told(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> find("subject = ?1 and sentAt is not null", subject).firstResultOptional());
    }

    /** Those of the subjects that nobody told or is telling now; they are this caller's to {@link #send}. */
    public List<String> claim(Collection<String> subjects, Instant now) {
        String recipients = String.join(", ", outbox.recipients());
        return QuarkusTransaction.requiringNew()
                .call(() -> subjects.stream()
                        .distinct()
                        .sorted()
                        .filter(subject -> claim(subject, recipients, now))
                        .toList());
    }

    private boolean claim(String subject, String recipients, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert into notice (subject, recipients, claimed_at) values (?1, ?2, ?3)"
                                + " on conflict (subject) do update set claimed_at = excluded.claimed_at,"
                                + " recipients = excluded.recipients"
                                + " where notice.sent_at is null and notice.claimed_at < ?4")
                        .setParameter(1, subject)
                        .setParameter(2, recipients)
                        .setParameter(3, now)
                        .setParameter(4, now.minus(PATIENCE))
                        .executeUpdate()
                == 1;
    }

    /** Sends one mail about what was claimed; when it does not leave, the subjects are free again. */
    public void send(Mail mail, Collection<String> claimed, Instant now) {
        try {
            outbox.send(mail);
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> delete("subject in ?1 and sentAt is null", claimed));
            throw e;
        }
        QuarkusTransaction.requiringNew().run(() -> update("sentAt = ?1 where subject in ?2", now, claimed));
    }

    /** Lets it be told again. */
    public void forget(String subject) {
        QuarkusTransaction.requiringNew().run(() -> deleteById(subject));
    }
}
