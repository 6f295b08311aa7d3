package fr.syaga.facturation.export.delivery;

import java.util.List;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.edge.PlainText;

/**
 * From whom to whom a mail goes and what it says, as it was looked at before the yes.
 *
 * @param recipients the customer's addresses, separated by comma and space
 * @param redirectedTo in a dry run the one address that gets everything, else null
 * @param messageId the same at every try, so that a mailbox that gets the mail twice can tell
 */
@Embeddable
record Envelope(String sender, String recipients, String redirectedTo, String messageId, String subject, String body) {

    private static final String SEPARATOR = ", ";
    private static final String TRIAL = "[ESSAI pour %s]";

    /** A subject is one line, whatever was stored; what cannot be printed is in neither. */
    Envelope {
        subject = subject == null
                ? null
                : PlainText.clean(subject).replaceAll("\\s+", " ").strip();
        body = body == null ? null : PlainText.clean(body).replaceAll("\\R", "\n");
    }

    /** What the subject of a dry run begins with. */
    static String trial(String recipients) {
        return TRIAL.formatted(recipients);
    }

    /** The same mail to other addresses. */
    Envelope to(String others) {
        return new Envelope(
                sender, others, redirectedTo, messageId, subject.replace(trial(recipients), trial(others)), body);
    }

    static String joined(List<String> addresses) {
        return String.join(SEPARATOR, addresses);
    }

    List<String> customers() {
        return MailAddress.split(recipients);
    }

    /** Who really gets it. */
    List<String> addressees() {
        return isRedirected() ? List.of(redirectedTo) : customers();
    }

    boolean isRedirected() {
        return redirectedTo != null;
    }
}
