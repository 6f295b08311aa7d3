package fr.syaga.facturation.clockify.timesheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry as one source reports it.
 *
 * @param clockifyId Clockify's id, or null for a CSV row, which has none
 * @param status what else it says: type, invoiced, approved
 * @param end null while the timer runs
 * @param precisionSeconds 1, or 60 for a file that writes hours and minutes only
 */
public record ReportedEntry(
        String clockifyId, EntryDetails details, EntryStatus status, Instant start, Instant end, int precisionSeconds) {

    public static final int SECOND = 1;
    public static final int MINUTE = 60;

    public static ReportedEntry byApi(String clockifyId, EntryDetails details, Instant start, Instant end) {
        return new ReportedEntry(clockifyId, details, EntryStatus.NOT_TOLD, start, end, SECOND);
    }

    public static ReportedEntry byRow(EntryDetails details, Instant start, Instant end, int precisionSeconds) {
        return new ReportedEntry(null, details, EntryStatus.NOT_TOLD, start, end, precisionSeconds);
    }

    public ReportedEntry with(EntryStatus reported) {
        return new ReportedEntry(clockifyId, details, reported, start, end, precisionSeconds);
    }

    /** The same for two rows that cannot be told apart. */
    public String rowKey() {
        String text = details.rowKey()
                + '\n'
                + start.getEpochSecond()
                + '\n'
                + end.getEpochSecond()
                + '\n'
                + precisionSeconds;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
