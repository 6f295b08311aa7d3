package fr.syaga.facturation.clockify.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import fr.syaga.facturation.edge.PlainText;

/** A company's name as far as it identifies the company: without case, accents, punctuation and legal form. */
public final class ClientName {

    private static final Set<String> LEGAL_FORMS = Set.of("SA", "SAS", "SARL", "EURL");

    /** Names come again with every entry, and there are few of them. */
    private static final int REMEMBERED = 5000;

    private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

    private ClientName() {}

    /** {@code Provençale S.A.S.} and {@code PROVENCALE} fold to the same; a name that is a legal form only keeps it. */
    public static String fold(String name) {
        if (FOLDED.size() >= REMEMBERED) {
            FOLDED.clear();
        }
        return FOLDED.computeIfAbsent(name, ClientName::foldAnew);
    }

    private static String foldAnew(String name) {
        String plain = PlainText.folded(name)
                .toUpperCase(Locale.ROOT)
                // S.A.R.L. is one word, whatever the points say.
                .replaceAll("(?<=\\b[A-Z])\\.(?=[A-Z]\\b)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String core = Arrays.stream(plain.split(" "))
                .filter(word -> !LEGAL_FORMS.contains(word))
                .collect(Collectors.joining(" "));
        if (core.isEmpty()) {
            // A name of signs only is told from another one by these.
            return plain.isEmpty() ? name.strip() : plain;
        }
        return core;
    }
}
