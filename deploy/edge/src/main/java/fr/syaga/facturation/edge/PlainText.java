package fr.syaga.facturation.edge;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What text may hold, wherever it comes from: a request's body, a webhook, a CSV, a list, a cache. XML 1.0 (section 2.2) and fonts
 * know no control characters, so they are taken out before anything is stored or printed. Tabs and line ends stay.
 */
public final class PlainText {

    private static final int LAST_ASCII = 0x7F;
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;
    private static final int PLANE_END = 0xFFFE;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String BREAKS = "\u000B\f\u001C\u001D\u001E\u001F\u0085\u2028\u2029";
    private static final String WITHOUT_WIDTH = "\u200B\u2060\uFEFF";

    private PlainText() {}

    /**
     * The text without what cannot be stored or printed; null stays null. A vertical tab or another break that a word processor
     * puts between words becomes a space, so that no two words grow together.
     */
    public static String clean(String text) {
        if (text == null || !any(text, PlainText::isForeign)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (BREAKS.indexOf(each) >= 0) {
                clean.append(' ');
            } else if (!isForeign(each)) {
                clean.appendCodePoint(each);
            }
        });
        return clean.toString();
    }

    /** The clean text without spaces of any kind around it; null when nothing is left, for blank is absent. */
    public static String orNull(String text) {
        String clean = clean(text);
        return clean == null || isBlank(clean) ? null : trimmed(clean);
    }

    /** Whether nothing of the text can be seen: spaces of every kind, also those without width. */
    public static boolean isBlank(String text) {
        return text == null || !any(text, each -> !isSpace(each));
    }

    /** The text with every kind of space as a plain one, and without those that have no width; for whoever reads numbers and dates. */
    public static String withPlainSpaces(String text) {
        if (text == null || !any(text, PlainText::isUnusualSpace)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> WITHOUT_WIDTH.indexOf(each) < 0)
                .forEach(each -> plain.appendCodePoint(isSpace(each) && each > ' ' ? ' ' : each));
        return plain.toString();
    }

    /** The text without a space of any kind, for numbers that people write in groups; null stays null. */
    public static String withoutSpaces(String text) {
        if (text == null || !any(text, PlainText::isSpace)) {
            return text;
        }
        StringBuilder compact = new StringBuilder(text.length());
        text.codePoints().filter(each -> !isSpace(each)).forEach(compact::appendCodePoint);
        return compact.toString();
    }

    /** The text in the form in which codes are compared: plain spaces, none around it. */
    public static String code(String text) {
        return text == null ? null : withPlainSpaces(text).strip();
    }

    /**
     * The text in bare letters, for whoever compares names and words: without accents, each joined letter taken apart (œ is oe, æ is
     * ae, ﬁ is fi), full width as plain. Case, punctuation and spaces stay.
     */
    public static String folded(String text) {
        if (!any(text, each -> each > LAST_ASCII)) {
            return text;
        }
        String apart =
                text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE");
        return MARKS.matcher(Normalizer.normalize(apart, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** Whether a database and an XML document can hold it at all: no NUL, no half of a surrogate pair. */
    static boolean isWhole(String text) {
        IntPredicate broken = each -> each == 0 || isSurrogate(each);
        return !any(text, broken);
    }

    /** Every cell and every field comes by here: a loop, because a stream a text costs more than looking at its letters. */
    private static boolean any(String text, IntPredicate wanted) {
        for (int at = 0; at < text.length(); ) {
            int each = text.codePointAt(at);
            if (wanted.test(each)) {
                return true;
            }
            at += Character.charCount(each);
        }
        return false;
    }

    private static boolean isForeign(int each) {
        return Character.isISOControl(each) && each != '\t' && each != '\n' && each != '\r'
                || each == '\u2028'
                || each == '\u2029'
                || isSurrogate(each)
                || each >= FIRST_NONCHARACTER && each <= LAST_NONCHARACTER
                || (each & PLANE_END) == PLANE_END;
    }

    /** Only a lone half is a code point of its own. */
    private static boolean isSurrogate(int each) {
        return each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE;
    }

    /** Above the plain one; ASCII has none there. */
    private static boolean isUnusualSpace(int each) {
        return each > LAST_ASCII && isSpace(each);
    }

    private static boolean isSpace(int each) {
        return Character.isWhitespace(each) || Character.isSpaceChar(each) || WITHOUT_WIDTH.indexOf(each) >= 0;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
