package fr.syaga.facturation.invoice.invoice;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words as they are searched: letters a to z and digits, without case and accents, each once. The database's {@code fold_text}
 * makes the same of them: what the cache says is folded there, and so is what was written before.
 */
public final class SearchWords {

    private static final Map<Character, String> PLAIN = Stream.of(
                    "a àâäáãå", "c ç", "e éèêë", "i íìîï", "n ñ", "o óòôöõ", "u úùûü", "y ýÿ", "oe œ", "ae æ", "ss ß")
            .map(each -> each.split(" "))
            .flatMap(each -> each[1].chars().mapToObj(accented -> Map.entry((char) accented, each[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private SearchWords() {}

    /** The words of all texts in the order in which they first stand, parted by a space; a text may be null. */
    static String of(Stream<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.filter(Objects::nonNull)
                .forEach(text -> Collections.addAll(words, folded(text).split(" ")));
        words.remove("");
        return String.join(" ", words);
    }

    /** A text with a space for whatever is neither letter nor digit. */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char lower = Character.toLowerCase(text.charAt(i));
            if (lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9') {
                folded.append(lower);
            } else {
                folded.append(PLAIN.getOrDefault(lower, " "));
            }
        }
        return folded.toString();
    }
}
