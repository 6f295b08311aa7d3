package fr.syaga.facturation.clockify.category;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as its words: case, accents and punctuation do not count. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{Alnum}]+");

    private final String spaced;

    private Words(String spaced) {
        this.spaced = spaced;
    }

    static Words of(String... texts) {
        StringBuilder all = new StringBuilder(" ");
        for (String text : texts) {
            if (text != null) {
                all.append(fold(text)).append(" | ");
            }
        }
        return new Words(all.toString());
    }

    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return PUNCTUATION
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** The words stand there whole and in this order: {@code extra} is not in {@code extraction}. */
    boolean holdWhole(String words) {
        return spaced.contains(" " + fold(words) + " ");
    }

    /** The text stands there, be it inside a longer word. */
    boolean hold(String text) {
        return spaced.contains(fold(text));
    }
}
