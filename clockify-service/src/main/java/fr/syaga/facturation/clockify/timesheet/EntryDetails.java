package fr.syaga.facturation.clockify.timesheet;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.edge.PlainText;

/**
 * Who did what for whom, in Clockify's words. Every source's texts come by here and are plain from then on, also those that were
 * stored before. A text that is not there is null, never empty.
 */
@Embeddable
public record EntryDetails(
        String userName,
        String userEmail,
        String clientName,
        String projectName,
        String taskName,
        String tags,
        String description,
        boolean billable) {

    private static final char DEL = 0x7F;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public EntryDetails {
        userName = PlainText.orNull(userName);
        userEmail = PlainText.orNull(userEmail);
        clientName = PlainText.orNull(clientName);
        projectName = PlainText.orNull(projectName);
        taskName = PlainText.orNull(taskName);
        tags = PlainText.orNull(tags);
        description = PlainText.isBlank(PlainText.clean(description)) ? null : PlainText.clean(description);
    }

    /** The same person, project and description: all that an export without ids has to compare. */
    public boolean isSameAs(EntryDetails other) {
        return isSameUser(other)
                && plain(projectName).equals(plain(other.projectName))
                && plain(description).equals(plain(other.description));
    }

    /** What the person may be called: the name, the e-mail. */
    public List<String> userNames() {
        return Stream.of(userName, userEmail).filter(Objects::nonNull).toList();
    }

    /** What a sentence calls the person. */
    public String person() {
        return userNames().stream().findFirst().orElse("(nobody)");
    }

    /** Of an edit one of the two stays: the project or the text. */
    public boolean resembles(EntryDetails other) {
        return plain(projectName).equals(plain(other.projectName))
                || description != null && plain(description).equals(plain(other.description));
    }

    public boolean isSameUser(EntryDetails other) {
        return isSameUser(userEmail, userName, other.userEmail, other.userName);
    }

    /** By e-mail where both have one, else by name. */
    public static boolean isSameUser(String email, String name, String otherEmail, String otherName) {
        return email != null && otherEmail != null
                ? email.equalsIgnoreCase(otherEmail)
                : plain(name).equalsIgnoreCase(plain(otherName));
    }

    /** True when what {@link #isSameAs} does not look at is equal too: of two equal rows each finds its own entry first. */
    public boolean agreesInDetail(EntryDetails other) {
        return Objects.equals(taskName, other.taskName)
                && Objects.equals(tags, other.tags)
                && billable == other.billable;
    }

    /** An export may leave columns out: what it does not tell stays as it was known. */
    EntryDetails completedBy(EntryDetails row) {
        return new EntryDetails(
                first(row.userName, userName),
                first(row.userEmail, userEmail),
                first(row.clientName, clientName),
                first(row.projectName, projectName),
                first(row.taskName, taskName),
                first(row.tags, tags),
                first(row.description, description),
                row.billable);
    }

    /** The list of running timers names the person but carries no e-mail. */
    EntryDetails withUserOf(EntryDetails known) {
        return new EntryDetails(
                first(userName, known.userName),
                first(userEmail, known.userEmail),
                clientName,
                projectName,
                taskName,
                tags,
                description,
                billable);
    }

    private static String first(String preferred, String otherwise) {
        return preferred == null ? otherwise : preferred;
    }

    /** Who, at what: what remains of a row when spaces and line breaks do not count, because exports flatten them. */
    String rowKey() {
        return (userEmail == null ? plain(userName) : userEmail.toLowerCase(java.util.Locale.ROOT))
                + '\n'
                + plain(projectName)
                + '\n'
                + plain(description);
    }

    public static String plain(String text) {
        if (text == null) {
            return "";
        }
        if (isPlain(text)) {
            return text;
        }
        String spaced = PlainText.withPlainSpaces(Normalizer.normalize(text, Normalizer.Form.NFC));
        return SPACES.matcher(spaced.strip()).replaceAll(" ");
    }

    /** Nothing in it would be changed: ASCII letters and signs, between them single spaces. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each >= DEL || each == ' ' && before == ' ') {
                return false;
            }
            before = each;
        }
        return before != ' ' || text.isEmpty();
    }
}
