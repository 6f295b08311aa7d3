package fr.syaga.facturation.invoice.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A customer's name as two people would agree that it is the same: without case, accents, punctuation and spaces. */
public final class FoldedName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FoldedName() {}

    public static String of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_A_LETTER_OR_DIGIT.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
