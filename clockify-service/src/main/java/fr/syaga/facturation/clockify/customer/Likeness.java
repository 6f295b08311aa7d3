package fr.syaga.facturation.clockify.customer;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Who a name may be, in the order in which a person would look: who is called so, whose whole name stands in it, in whose name it
 * stands, who alone has a word of it, whose initials it is; letters that are alike come last.
 */
final class Likeness {

    private static final double LIKELY = 0.75;
    private static final double LIKELY_WORD = 0.9;
    /** Letters alone never come before a reason. */
    private static final double LETTERS_AT_MOST = 0.91;

    private static final int SUGGESTIONS = 3;
    private static final int TELLING_LETTERS = 4;
    private static final int SHORTEST_PART = 3;

    private final List<KnownCustomer> customers;
    private final Map<String, Integer> customersOfWord = new HashMap<>();
    private final JaroWinklerSimilarity letters = new JaroWinklerSimilarity();

    Likeness(List<KnownCustomer> customers) {
        this.customers = customers;
        customers.forEach(customer -> customer.words().forEach(word -> customersOfWord.merge(word, 1, Integer::sum)));
    }

    /** @param candidates folded; the last one is the whole name */
    List<Suggestion> suggestions(List<String> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        return customers.stream()
                .flatMap(customer -> reasons(customer, candidates).limit(1))
                .sorted(Comparator.comparingDouble(Reason::similarity)
                        .reversed()
                        .thenComparing(Reason::weight, Comparator.reverseOrder())
                        .thenComparing(reason -> reason.customer().code()))
                .limit(SUGGESTIONS)
                .map(Reason::suggestion)
                .toList();
    }

    /** Why the name may be this customer, the best reason first; computed only as far as it is asked for. */
    private Stream<Reason> reasons(KnownCustomer customer, List<String> candidates) {
        Set<String> said = new HashSet<>(KnownCustomer.split(candidates.get(candidates.size() - 1)));
        return Stream.<java.util.function.Supplier<Reason>>of(
                        () -> called(customer, candidates),
                        () -> nameInside(customer, said),
                        () -> insideName(customer, candidates),
                        () -> sharedWord(customer, said),
                        () -> initials(customer, candidates, said),
                        () -> letters(customer, candidates, said))
                .map(java.util.function.Supplier::get)
                .filter(reason -> reason.similarity() > 0);
    }

    private static Reason called(KnownCustomer customer, List<String> candidates) {
        if (candidates.stream().anyMatch(customer.names()::contains)) {
            return new Reason(customer, 1.00, 1, "Porte ce nom.");
        }
        boolean code = candidates.stream()
                .anyMatch(each -> each.equals(customer.shortCode()) || each.equals(customer.foldedCode()));
        return code ? new Reason(customer, 1.00, 0, "Son code client, sans les chiffres.") : Reason.none(customer);
    }

    /** All words of one of its names that are no general ones stand in what was said, or its short code does. */
    private static Reason nameInside(KnownCustomer customer, Set<String> said) {
        int most = Stream.concat(customer.names().stream(), Stream.of(customer.shortCode()))
                .filter(name -> said.containsAll(KnownCustomer.split(name).stream()
                        .filter(word -> !GeneralWords.isGeneral(word))
                        .toList()))
                .mapToInt(Likeness::tellingLetters)
                .max()
                .orElse(0);
        return most < SHORTEST_PART
                ? Reason.none(customer)
                : new Reason(customer, 0.98, most, "Son nom ou son code est dans ce nom.");
    }

    /** All that was said that is no general word stands in one of its names. */
    private static Reason insideName(KnownCustomer customer, List<String> candidates) {
        int most = candidates.stream()
                .filter(candidate -> customer.names().stream().anyMatch(name -> standsIn(candidate, name)))
                .mapToInt(Likeness::tellingLetters)
                .max()
                .orElse(0);
        return most < SHORTEST_PART
                ? Reason.none(customer)
                : new Reason(customer, 0.96, most, "Ce nom est dans le sien.");
    }

    private static boolean standsIn(String candidate, String name) {
        List<String> words = KnownCustomer.split(name);
        return KnownCustomer.split(candidate).stream()
                .filter(word -> !GeneralWords.isGeneral(word))
                .allMatch(words::contains);
    }

    /** A word of some length, not of the trade, that is in no other customer's names. */
    private Reason sharedWord(KnownCustomer customer, Set<String> said) {
        Set<String> shared = new HashSet<>(customer.words());
        shared.retainAll(said);
        shared.removeIf(word ->
                word.length() < TELLING_LETTERS || GeneralWords.isGeneral(word) || customersOfWord.get(word) > 1);
        String longest = shared.stream()
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
                .orElse("");
        int weight = shared.stream().mapToInt(String::length).sum();
        return shared.isEmpty()
                ? Reason.none(customer)
                : new Reason(customer, 0.94, weight, "Seul client avec le mot " + longest + ".");
    }

    private static Reason initials(KnownCustomer customer, List<String> candidates, Set<String> said) {
        Set<String> initials = customer.initials();
        boolean whole = candidates.stream().anyMatch(initials::contains);
        boolean word = said.stream()
                .anyMatch(each ->
                        each.length() >= SHORTEST_PART && !GeneralWords.isGeneral(each) && initials.contains(each));
        boolean its = candidates.stream()
                .flatMap(KnownCustomer::initials)
                .filter(each -> each.length() >= SHORTEST_PART)
                .anyMatch(each -> customer.names().contains(each) || each.equals(customer.shortCode()));
        if (!whole && !word && !its) {
            return Reason.none(customer);
        }
        return new Reason(customer, whole ? 0.93 : 0.92, 0, "Ce sont les initiales.");
    }

    private Reason letters(KnownCustomer customer, List<String> candidates, Set<String> said) {
        double names = Math.max(
                best(withTelling(candidates, false), customer.names(), LIKELY),
                best(withTelling(candidates, true), withTelling(customer.names(), true), LIKELY));
        double words = best(telling(said), telling(customer.words()), LIKELY_WORD);
        double similarity = Math.min(LETTERS_AT_MOST, Math.max(names, words * LIKELY_WORD));
        return new Reason(customer, Math.round(similarity * 100) / 100.0, 0, "S'écrit presque pareil.");
    }

    /** The names that are not all general words, whole or without those. */
    private static List<String> withTelling(Collection<String> names, boolean only) {
        return names.stream()
                .filter(name -> tellingLetters(name) > 0)
                .map(name -> only ? core(name) : name)
                .toList();
    }

    private static String core(String name) {
        return KnownCustomer.split(name).stream()
                .filter(word -> !GeneralWords.isGeneral(word))
                .collect(Collectors.joining(" "));
    }

    private double best(Collection<String> some, Collection<String> others, double atLeast) {
        return some.stream()
                .flatMapToDouble(one -> others.stream().mapToDouble(other -> letters.apply(one, other)))
                .filter(similarity -> similarity >= atLeast)
                .max()
                .orElse(0);
    }

    private static List<String> telling(Collection<String> words) {
        return words.stream()
                .filter(word -> word.length() >= TELLING_LETTERS && !GeneralWords.isGeneral(word))
                .toList();
    }

    private static int tellingLetters(String name) {
        return KnownCustomer.split(name).stream()
                .filter(word -> !GeneralWords.isGeneral(word))
                .mapToInt(String::length)
                .sum();
    }

    /** One customer and the best reason for it; of equal reasons the weightier comes first. */
    private record Reason(KnownCustomer customer, double similarity, int weight, String why) {

        private static Reason none(KnownCustomer customer) {
            return new Reason(customer, 0, 0, "");
        }

        private Suggestion suggestion() {
            return new Suggestion(customer.code(), customer.name(), similarity, why);
        }
    }
}
