package fr.syaga.facturation.export.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A subject as it stands in a mail's header (RFC 2047). */
final class MailSubject {

    private static final String WORD = "=?UTF-8?B?%s?=";
    /** A word has 75 characters at most, and Base64 makes four of three bytes. */
    private static final int BYTES_A_WORD = 45;

    private MailSubject() {}

    /**
     * The mail library writes letters of one unit right and the halves of an emoji each for itself, which makes two question marks;
     * so a subject with such letters is handed over in its words.
     */
    static String inHeader(String subject) {
        return subject.chars().anyMatch(each -> Character.isSurrogate((char) each))
                ? String.join(" ", words(subject))
                : subject;
    }

    private static List<String> words(String subject) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int each : subject.codePoints().toArray()) {
            if (bytes(word + Character.toString(each)).length > BYTES_A_WORD) {
                words.add(written(word));
                word.setLength(0);
            }
            word.appendCodePoint(each);
        }
        words.add(written(word));
        return words;
    }

    private static String written(CharSequence word) {
        return WORD.formatted(Base64.getEncoder().encodeToString(bytes(word.toString())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
