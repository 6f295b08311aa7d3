package fr.syaga.facturation.export.delivery;

import java.util.List;

import jakarta.persistence.Embeddable;

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

    static String joined(List<String> addresses) {
        return String.join(SEPARATOR, addresses);
    }

    List<String> customers() {
        return List.of(recipients.split(SEPARATOR));
    }

    /** Who really gets it. */
    List<String> addressees() {
        return isRedirected() ? List.of(redirectedTo) : customers();
    }

    boolean isRedirected() {
        return redirectedTo != null;
    }
}
