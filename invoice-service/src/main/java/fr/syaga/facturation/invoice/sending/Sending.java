package fr.syaga.facturation.invoice.sending;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * That a customer got a document.
 *
 * @param sentAt when it left; null for now. Whoever sends may learn late that we can be told
 * @param recipients who got it: mail addresses or names
 */
public record Sending(
        Instant sentAt,

        @Size(max = 50)
        List<@Size(max = 200) @Pattern(regexp = RECIPIENT, message = "is neither a mail address nor a name") String>
                recipients) {

    /** A name without an at sign, an address, quoted before the @ or not, or a name before one in angle brackets; no control characters. */
    private static final String RECIPIENT =
            "[^@\\p{Cntrl}]*|\"[^\"\\p{Cntrl}]+\"@[^@\\s<>,;\\p{Cntrl}]+|[^@\\s<>,;\\p{Cntrl}]+@[^@\\s<>,;\\p{Cntrl}]+|[^@<>\\p{Cntrl}]*<[^@\\s<>,;\\p{Cntrl}]+@[^@\\s<>,;\\p{Cntrl}]+>";

    public static final Sending NOW = new Sending(null, List.of());

    /** Nothing is sent in the future, whatever the sender's clock says. */
    public Instant at(Instant now) {
        return sentAt == null || sentAt.isAfter(now) ? now : sentAt;
    }

    public List<String> named() {
        return recipients == null
                ? List.of()
                : recipients.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }
}
