package fr.syaga.facturation.recurrence.userfile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.syaga.facturation.recurrence.invoicing.Customer;

/**
 * Finds a customer by the short name that the user's files use: its code, with or without the digits, before its name or an
 * alias, before a word of these that no other customer bears; whatever the case, accents, punctuation and legal form. Where
 * several customers fit none is taken.
 */
final class CustomerNames {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "SA", "SAS", "SASU", "SARL", "EURL", "SCI", "SNC", "SCP", "SCOP", "SELARL", "SELAS", "GIE", "EI", "EIRL");

    /** Words of the trade and of the language: many firms bear them, so they name nobody. */
    private static final Set<String> GENERAL = Set.of(
            "AGENCE",
            "ASSOCIATION",
            "ATELIER",
            "ATELIERS",
            "AVOCAT",
            "AVOCATS",
            "BUREAU",
            "CABINET",
            "CENTRE",
            "CLUB",
            "COMMUNE",
            "COMPAGNIE",
            "CONSEIL",
            "CONSEILS",
            "CONSULTING",
            "DES",
            "ENTREPRISE",
            "ENTREPRISES",
            "ETABLISSEMENT",
            "ETABLISSEMENTS",
            "ETS",
            "ETUDES",
            "FORFAIT",
            "FRANCE",
            "GROUP",
            "GROUPE",
            "GROUPEMENT",
            "HOLDING",
            "INFORMATIQUE",
            "INGENIERIE",
            "INTERNATIONAL",
            "LES",
            "MAINTENANCE",
            "MAIRIE",
            "MAISON",
            "MENSUEL",
            "SERVICE",
            "SERVICES",
            "SOCIETE",
            "SOLUTION",
            "SOLUTIONS",
            "STE",
            "SYNDICAT",
            "SYSTEME",
            "SYSTEMES",
            "TECHNOLOGIE",
            "TECHNOLOGIES",
            "TRIMESTRIEL",
            "UNION",
            "VILLE");

    private static final int SHORTEST_WORD = 3;

    /** One word of several is enough to know somebody by when it is no abbreviation. */
    private static final int TELLING_WORD = 4;

    private final Map<String, Customer> byCode = new TreeMap<>();
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    CustomerNames(List<Customer> customers) {
        for (Customer customer : customers) {
            String code = customer.code();
            byCode.put(code, customer);
            add(codes, fold(code), code);
            add(codes, fold(code.replaceAll("\\d+$", "")), code);
            Stream.concat(Stream.ofNullable(customer.name()), customer.aliases().stream())
                    .forEach(name -> {
                        add(names, fold(name), code);
                        words(name).forEach(word -> add(words, word, code));
                    });
        }
    }

    private static void add(Map<String, Set<String>> index, String word, String code) {
        if (!word.isEmpty()) {
            index.computeIfAbsent(word, folded -> new TreeSet<>()).add(code);
        }
    }

    /**
     * Who is meant.
     *
     * @param customer null when nobody is, or several could be
     * @param reason why there is none
     */
    record Found(Customer customer, String reason) {}

    Found find(String name) {
        Set<String> sameCode = codes.getOrDefault(fold(name), Set.of());
        Set<String> sameName = names.getOrDefault(fold(name), Set.of());
        Set<String> both = sameCode.stream().filter(sameName::contains).collect(Collectors.toCollection(TreeSet::new));
        if (sameCode.size() > 1 && both.size() == 1) {
            return found(both);
        }
        if (!sameCode.isEmpty()) {
            return found(sameCode);
        }
        return found(sameName.isEmpty() ? byWords(words(name)) : sameName);
    }

    /** Those whose names hold all of the words, else those that alone bear one of them. */
    private Set<String> byWords(Collection<String> wanted) {
        Set<String> all = byCode.keySet().stream()
                .filter(code -> !wanted.isEmpty()
                        && wanted.stream()
                                .allMatch(word ->
                                        words.getOrDefault(word, Set.of()).contains(code)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!all.isEmpty()) {
            return all;
        }
        return wanted.stream()
                .filter(word -> word.length() >= TELLING_WORD)
                .map(word -> words.getOrDefault(word, Set.of()))
                .filter(bearers -> bearers.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Found found(Set<String> candidates) {
        if (candidates.size() == 1) {
            return new Found(byCode.get(candidates.iterator().next()), null);
        }
        if (candidates.isEmpty()) {
            return new Found(null, "Aucun client ne porte ce nom.");
        }
        String listed = candidates.stream()
                .map(code -> "%s (%s)".formatted(code, byCode.get(code).name()))
                .collect(Collectors.joining(", "));
        return new Found(null, "Plusieurs clients portent ce nom : %s. Écrire le code du client.".formatted(listed));
    }

    private static List<String> words(String name) {
        return Arrays.stream(plain(name).split(" "))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .filter(word -> !GENERAL.contains(word) && !word.chars().allMatch(Character::isDigit))
                .distinct()
                .toList();
    }

    private static String fold(String name) {
        return plain(name).replace(" ", "");
    }

    private static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE")
                .replace(".", "")
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
        return Arrays.stream(plain.split(" "))
                .filter(word -> !LEGAL_FORMS.contains(word))
                .collect(Collectors.joining(" "));
    }
}
