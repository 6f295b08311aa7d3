package fr.syaga.facturation.clockify.timesheet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.PlainText;

/** A text as its words: case, accents and punctuation do not count. */
public final class Words {

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final String spaced;
    private Set<String> each;

    private Words(String spaced) {
        this.spaced = spaced;
    }

    public static Words of(String... texts) {
        StringBuilder all = new StringBuilder(" ");
        for (String text : texts) {
            if (text != null) {
                all.append(fold(text)).append(" | ");
            }
        }
        return new Words(all.toString());
    }

    /** The words of what an entry says: of its project's name and of its text. */
    public static Words of(EntryDetails details) {
        return of(details.projectName(), details.description());
    }

    public static String fold(String text) {
        return isAscii(text) ? foldAscii(text) : foldAny(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #foldAny}, without asking for accents that cannot be there: each rule asks this of each entry. */
    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean isGap = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!Character.isLetterOrDigit(letter)) {
                isGap = true;
                continue;
            }
            if (isGap && !folded.isEmpty()) {
                folded.append(' ');
            }
            isGap = false;
            folded.append(Character.toLowerCase(letter));
        }
        return folded.toString();
    }

    static String foldAny(String text) {
        return PUNCTUATION
                .matcher(PlainText.folded(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** The words stand there whole and in this order: {@code extra} is not in {@code extraction}. */
    public boolean holdWhole(String words) {
        return spaced.contains(" " + fold(words) + " ");
    }

    /** The words stand there whole, wherever each of them stands; no word stands nowhere. */
    public boolean holdEach(String words) {
        Set<String> wanted = of(words).each();
        return !wanted.isEmpty() && each().containsAll(wanted);
    }

    /** The text stands there, be it inside a longer word. */
    public boolean hold(String text) {
        return spaced.contains(fold(text));
    }

    /** Each word once. */
    public Set<String> each() {
        if (each == null) {
            each = new HashSet<>(Arrays.asList(spaced.split("[ |]+")));
            each.remove("");
        }
        return each;
    }
}
