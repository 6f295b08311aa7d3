package fr.syaga.facturation.invoice.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.Rejection;

/**
 * What Oxygène prints after an import: beside each piece's new number our own key, the WEB_ID. It comes as a file or pasted, in
 * either order of the two columns, with semicolons, tabs or blanks between, with or without headings.
 */
final class OxygeneReport {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_LINE = 1000;

    /** A number as the list writes it: prefix, year, month, counter, perhaps a space after the prefix. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![^;,|\\h])([FAD])\\h*(20\\d{2}(?:0[1-9]|1[0-2])\\d{2,4})(?![^;,|\\h])", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTES = Pattern.compile("[\"\\u00ab\\u00bb\\u201c\\u201d]");
    private static final Pattern BETWEEN = Pattern.compile("[;,|\\h]+");
    private static final Pattern KEY = Pattern.compile("#\\h+(?=\\S)");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private OxygeneReport() {}

    /**
     * A row with something in it.
     *
     * @param number without space, null when there is none; {@code key} likewise
     * @param problem why it cannot be used; null when both are there
     */
    record Row(long line, String number, String key, String problem) {

        boolean isUsable() {
            return problem == null;
        }
    }

    /** @throws Rejection 413 when it is too large, 422 when it is empty or no text */
    static List<Row> rows(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw Rejection.of(
                    jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE,
                    "too-large",
                    "The report is larger than 10 MB. Cut it in two.");
        }
        List<Row> rows = new ArrayList<>();
        String[] lines = LINE_END.split(text(content), -1);
        boolean first = true;
        for (int i = 0; i < lines.length; i++) {
            String line = QUOTES.matcher(lines[i]).replaceAll("").replaceAll("^[\\h\\s]+|[\\h\\s]+$", "");
            if (line.isEmpty()) {
                continue;
            }
            if (!first || !isHeading(line)) {
                rows.add(row(i + 1, line));
            }
            first = false;
        }
        if (first) {
            throw Rejection.unusableFile("empty-file", "The report is empty.");
        }
        return rows;
    }

    /** Only the first line may be one: it has no digit, and every number has some. */
    private static boolean isHeading(String line) {
        return line.chars().noneMatch(Character::isDigit);
    }

    private static Row row(long line, String text) {
        if (text.length() > LONGEST_LINE) {
            return new Row(line, null, null, "the line is too long for a number and a WEB_ID");
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return new Row(
                    line,
                    null,
                    null,
                    "there is no invoice number such as F 20250746 in '%s'".formatted(shortened(text)));
        }
        String found = (number.group(1) + number.group(2)).toUpperCase(Locale.ROOT);
        String rest = text.substring(0, number.start()) + ';' + text.substring(number.end());
        List<String> others = new ArrayList<>();
        for (String cell : BETWEEN.split(KEY.matcher(rest).replaceAll("#"))) {
            if (!cell.isEmpty()) {
                others.add(cell);
            }
        }
        if (others.size() == 1) {
            return new Row(line, found, others.get(0), null);
        }
        return new Row(
                line,
                found,
                null,
                others.isEmpty()
                        ? "there is no WEB_ID beside %s".formatted(found)
                        : "beside %s stands more than a WEB_ID: '%s'"
                                .formatted(found, shortened(String.join(" ", others))));
    }

    private static String text(byte[] content) {
        for (byte each : content) {
            if (each == 0) {
                throw Rejection.unusableFile(
                        "not-text", "The report is no text: it holds NUL bytes. Save it as text or CSV, or paste it.");
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
