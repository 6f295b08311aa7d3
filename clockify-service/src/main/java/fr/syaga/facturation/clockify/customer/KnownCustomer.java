package fr.syaga.facturation.clockify.customer;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.syaga.facturation.clockify.invoicing.Customer;

/**
 * A customer by all that it is called, folded.
 *
 * @param names the name and the aliases
 * @param shortCode the code without its digits, or empty
 */
record KnownCustomer(String code, String name, Set<String> names, String foldedCode, String shortCode) {

    static KnownCustomer of(Customer customer) {
        Set<String> names = Stream.concat(Stream.ofNullable(customer.name()), customer.aliases().stream())
                .filter(name -> name != null && !name.isBlank())
                .map(ClientName::fold)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String letters = customer.code().replaceAll("\\p{N}+", "");
        // A code of digits only, or of one letter, is no short name.
        String shortCode = letters.codePoints().filter(Character::isLetter).count() < 2 ? "" : ClientName.fold(letters);
        return new KnownCustomer(customer.code(), customer.name(), names, ClientName.fold(customer.code()), shortCode);
    }

    /** All words of all names. */
    Set<String> words() {
        return names.stream().flatMap(name -> split(name).stream()).collect(Collectors.toSet());
    }

    /** What the names' initials are, with and without little words and legal forms. */
    Set<String> initials() {
        return names.stream().flatMap(KnownCustomer::initials).collect(Collectors.toSet());
    }

    static Stream<String> initials(String folded) {
        List<String> all = split(folded);
        List<String> core =
                all.stream().filter(word -> !GeneralWords.isLegalForm(word)).toList();
        List<String> telling =
                core.stream().filter(word -> !GeneralWords.isLittle(word)).toList();
        return Stream.of(all, core, telling)
                .filter(words -> words.size() > 1)
                .map(words -> words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining()));
    }

    static List<String> split(String folded) {
        return Arrays.stream(folded.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
