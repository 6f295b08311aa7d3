package fr.syaga.facturation.export.oxygene;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as Oxygène can hold it: its list export is ISO-8859-1, so what that alphabet lacks is replaced by what a reader takes
 * for the same, and what XML forbids is dropped.
 */
public final class OxygeneText {

    private static final Map<Integer, String> REPLACEMENTS = Map.ofEntries(
            Map.entry((int) '€', "EUR"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '•', "-"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) '™', "(TM)"),
            Map.entry(0x202F, " "),
            Map.entry(0x2009, " "));

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final char FRACTION = '\u2044';

    private OxygeneText() {}

    /** The text on one line, in ISO-8859-1 characters; null is empty. */
    public static String plain(String text) {
        return plain(text, StandardCharsets.ISO_8859_1);
    }

    /** The text on one line; what the charset holds stays as it is, and only the rest is replaced. */
    public static String plain(String text, Charset charset) {
        return text == null
                ? ""
                : SPACES.matcher(translate(text, charset.newEncoder()))
                        .replaceAll(" ")
                        .strip();
    }

    /** The text cut at its line breaks and, between words, at {@code length}; at least one piece. */
    public static List<String> pieces(String text, int length) {
        List<String> pieces = new ArrayList<>();
        for (String line : LINE_END.split(text == null ? "" : text)) {
            String rest = plain(line);
            while (rest.length() > length) {
                int space = rest.lastIndexOf(' ', length);
                int cut = space > 0 ? space : length;
                pieces.add(rest.substring(0, cut).strip());
                rest = rest.substring(cut).strip();
            }
            if (!rest.isEmpty()) {
                pieces.add(rest);
            }
        }
        return pieces.isEmpty() ? List.of("") : pieces;
    }

    private static String translate(String text, CharsetEncoder charset) {
        StringBuilder out = new StringBuilder(text.length());
        // Composed first: é typed as e and an accent is the é that the alphabet has.
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> out.append(translate(c, charset)));
        return out.toString();
    }

    private static String translate(int c, CharsetEncoder charset) {
        if (Character.isWhitespace(c) || c == 0xA0) {
            return " ";
        }
        // 0x7F to 0x9F are control characters of ISO-8859 that no program means; marks of format are invisible.
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || Character.getType(c) == Character.FORMAT) {
            return "";
        }
        String character = Character.toString(c);
        if (charset.canEncode(character)) {
            return character;
        }
        String replacement = REPLACEMENTS.get(c);
        if (replacement != null) {
            return replacement;
        }
        String bare = Normalizer.normalize(character, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace(FRACTION, '/');
        return !bare.isEmpty() && charset.canEncode(bare) ? bare : "?";
    }
}
