package fr.syaga.facturation.recurrence.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Standing;
import fr.syaga.facturation.recurrence.term.Agreement;

/** The contracts that no history proves yet: of the user's file, or written by hand. Patterns are held against them. */
final class Unproven {

    private final Map<String, List<Contract>> byCustomer;
    private final LocalDate today;

    Unproven(List<Contract> contracts, LocalDate today) {
        this.byCustomer = contracts.stream().collect(Collectors.groupingBy(Contract::customerCode));
        this.today = today;
    }

    /** A contract at the pattern's price, or of the user's file at the price before. */
    Optional<Contract> joinable(FoundPattern pattern) {
        return at(pattern, Agreement.PRICE)
                .or(() -> at(pattern, Agreement.PRICE_BEFORE).filter(Contract::isConfiguredOnly));
    }

    /** A contract of the user's file whose amount agrees so with what was billed. */
    Optional<Contract> configured(FoundPattern pattern, Agreement agreement) {
        return at(pattern, agreement).filter(Contract::isConfiguredOnly);
    }

    /** A contract of the same customer and periodicity at another price: a person decides. */
    Optional<Contract> conflict(FoundPattern pattern) {
        return pattern.contractId() != null || joinable(pattern).isPresent()
                ? Optional.empty()
                : standing(pattern).contracts().stream().findFirst();
    }

    private Optional<Contract> at(FoundPattern pattern, Agreement agreement) {
        List<Contract> agreeing = standing(pattern).contracts().stream()
                .filter(each -> pattern.agreement(each.nextPrice(today)) == agreement
                        || pattern.agreement(each.shownPriceOn(today)) == agreement)
                .toList();
        return agreeing.stream()
                .filter(Contract::isConfiguredOnly)
                .findFirst()
                .or(() -> agreeing.stream().findFirst());
    }

    private Standing standing(FoundPattern pattern) {
        return Standing.of(
                        byCustomer.getOrDefault(pattern.customerCode(), List.of()),
                        pattern.customerCode(),
                        pattern.schedule().periodicity(),
                        today)
                .where(each -> each.patternId() == null);
    }
}
