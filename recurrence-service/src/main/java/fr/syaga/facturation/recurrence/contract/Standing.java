package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.term.Agreement;

/** The contracts of one customer and periodicity that are not over. */
public record Standing(List<Contract> contracts, LocalDate today) {

    public static Standing of(Collection<Contract> all, String customerCode, Periodicity periodicity, LocalDate today) {
        return new Standing(
                all.stream()
                        .filter(each -> each.customerCode().equals(customerCode))
                        .filter(each -> each.schedule().periodicity() == periodicity && each.stands(today))
                        .toList(),
                today);
    }

    public Standing where(Predicate<Contract> wanted) {
        return new Standing(contracts.stream().filter(wanted).toList(), today);
    }

    /** One that a history proves, rather than another. */
    public Optional<Contract> at(BigDecimal netAmount, Agreement agreement) {
        List<Contract> agreeing = contracts.stream()
                .filter(each -> each.agreement(netAmount, today) == agreement)
                .toList();
        return agreeing.stream()
                .filter(each -> each.patternId() != null)
                .findFirst()
                .or(() -> agreeing.stream().findFirst());
    }

    /** The contract, when it is the only one. */
    public Optional<Contract> only() {
        return contracts.size() == 1 ? Optional.of(contracts.get(0)) : Optional.empty();
    }

    /** The first, when all of them are due on the same days at the same price: it does not matter which. */
    public Optional<Contract> oneOfEqual() {
        boolean equal = contracts.stream()
                        .map(each -> List.of(
                                each.schedule().months(),
                                each.schedule().dayOfMonth(),
                                each.nextPrice(today).stripTrailingZeros()))
                        .distinct()
                        .count()
                == 1;
        return equal ? contracts.stream().findFirst() : Optional.empty();
    }
}
