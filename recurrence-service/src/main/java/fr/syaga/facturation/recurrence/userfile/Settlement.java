package fr.syaga.facturation.recurrence.userfile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.contract.CalendarChange;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.InvoicedContracts;
import fr.syaga.facturation.recurrence.contract.Standing;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.PatternContracts;
import fr.syaga.facturation.recurrence.term.Agreement;

/**
 * One time that the user's file, the contracts and the patterns are brought together. The exact price goes before the price
 * before, so that neither the order of the keys nor that of file and analysis matters.
 */
final class Settlement {

    private final List<ConfigEntry> entries;
    private final List<FoundPattern> patterns;
    private final boolean historyKnown;
    private final Contracts contracts;
    private final PatternContracts proven;
    private final InvoicedContracts invoiced;
    private final CalendarChange calendars;
    private final LocalDate today;
    private final Set<UUID> created = new HashSet<>();

    Settlement(
            List<ConfigEntry> entries,
            List<FoundPattern> patterns,
            boolean historyKnown,
            Contracts contracts,
            PatternContracts proven,
            InvoicedContracts invoiced,
            CalendarChange calendars,
            LocalDate today) {
        this.entries = entries;
        this.patterns = patterns;
        this.historyKnown = historyKnown;
        this.contracts = contracts;
        this.proven = proven;
        this.invoiced = invoiced;
        this.calendars = calendars;
        this.today = today;
    }

    /** Those that were made now. */
    Set<UUID> created() {
        return created;
    }

    /** @param freshlyRead a person brought the file just now: it may change prices, and begin contracts while no history is known */
    void settle(boolean freshlyRead) {
        proven.joinConfigured(
                patterns.stream().filter(FoundPattern::isUndecided).toList());
        entries.forEach(this::unlinkWhatEnded);
        link(entry -> standing(entry).at(entry.amount(), Agreement.PRICE));
        link(entry -> found(entry, Agreement.PRICE));
        link(entry -> standing(entry).at(entry.amount(), Agreement.PRICE_BEFORE));
        link(entry -> found(entry, Agreement.PRICE_BEFORE));
        if (freshlyRead) {
            link(this::atAnotherPrice);
        }
        link(entry -> freshlyRead && !historyKnown || isBilledAtAnotherPrice(entry)
                ? Optional.of(begin(entry))
                : Optional.empty());
        if (historyKnown) {
            contracts.list("configuredOnly", true).forEach(this::removeWhatWasNeverBilled);
        }
        Reasons reasons = new Reasons(entries, contracts.listAll(), patterns, today);
        entries.stream().filter(ConfigEntry::waits).forEach(each -> each.standsForNone(reasons.of(each)));
    }

    private void unlinkWhatEnded(ConfigEntry entry) {
        if (entry.isMatched() && !contracts.get(entry.contractId()).stands(today)) {
            entry.standsForNone(null);
        }
    }

    private void link(Function<ConfigEntry, Optional<Contract>> way) {
        for (ConfigEntry entry : entries) {
            if (entry.waits()) {
                way.apply(entry).ifPresent(contract -> {
                    take(entry, contract);
                    entry.standsFor(contract);
                });
            }
        }
    }

    /** The file's words hold; its day and amount only where no history knows better. */
    private void take(ConfigEntry entry, Contract contract) {
        Agreement agreement = contract.agreement(entry.amount(), today);
        if (contract.patternId() != null) {
            contract.describe(entry.description());
        } else if (entry.dayOfMonth() == contract.schedule().dayOfMonth()) {
            contract.reconfigure(entry.description(), entry.dayOfMonth());
        } else {
            calendars.make(contract, () -> contract.reconfigure(entry.description(), entry.dayOfMonth()));
        }
        // Read again as it was, a file takes no price back that somebody else set for later.
        boolean saysAnew = agreement == Agreement.PRICE && entry.isNewAmount();
        if (saysAnew || agreement == Agreement.NONE && contract.patternId() == null) {
            contract.sayPrice(entry.amount(), today);
        }
    }

    /** The customer's contracts of the periodicity that no other key stands for. */
    private Standing standing(ConfigEntry entry) {
        Set<UUID> taken = entries.stream()
                .filter(ConfigEntry::isMatched)
                .map(ConfigEntry::contractId)
                .collect(Collectors.toSet());
        return Standing.of(
                contracts.list("customerCode", entry.customerCode()).stream()
                        .filter(each -> !taken.contains(each.id()))
                        .toList(),
                entry.customerCode(),
                entry.periodicity(),
                today);
    }

    /** A pattern that nobody decided yet: the file is the yes to it. */
    private Optional<Contract> found(ConfigEntry entry, Agreement agreement) {
        return patterns.stream()
                .filter(each -> isOf(entry, each) && each.isUndecided())
                .filter(each -> each.agreement(entry.amount()) == agreement)
                .findFirst()
                .map(each -> made(proven.of(each, entry.description())));
    }

    /** The customer's only contract, or one of twins of which each has a key, at the price that a person now writes. */
    private Optional<Contract> atAnotherPrice(ConfigEntry entry) {
        Standing left = standing(entry);
        Optional<Contract> only = left.contracts().size() <= waitingWith(entry) ? left.oneOfEqual() : left.only();
        only.filter(contract -> contract.patternId() != null)
                .ifPresent(contract -> contract.sayPrice(entry.amount(), today));
        return only;
    }

    private long waitingWith(ConfigEntry entry) {
        return entries.stream()
                .filter(each -> each.waits()
                        && each.customerCode().equals(entry.customerCode())
                        && each.periodicity() == entry.periodicity())
                .count();
    }

    /** The customer is billed so, at another price, and no contract says it: which of the two holds a person decides. */
    private boolean isBilledAtAnotherPrice(ConfigEntry entry) {
        return patterns.stream()
                .anyMatch(each -> isOf(entry, each)
                        && each.isActive()
                        && each.contractId() == null
                        && each.agreement(entry.amount()) == Agreement.NONE);
    }

    private Contract begin(ConfigEntry entry) {
        Contract contract = ConfiguredContract.begin(entry, today);
        contracts.persist(contract);
        return made(contract);
    }

    private Contract made(Contract contract) {
        created.add(contract.id());
        return contract;
    }

    private void removeWhatWasNeverBilled(Contract contract) {
        boolean billedOtherwise = patterns.stream()
                .anyMatch(each -> each.customerCode().equals(contract.customerCode())
                        && each.schedule().periodicity() == contract.schedule().periodicity()
                        && each.isActive()
                        && each.contractId() == null);
        if (contract.isDoubtful() && !billedOtherwise && !invoiced.isTouched(contract.id())) {
            entries.stream()
                    .filter(each -> contract.id().equals(each.contractId()))
                    .forEach(each -> each.standsForNone(null));
            contracts.delete(contract);
        }
    }

    private static boolean isOf(ConfigEntry entry, FoundPattern pattern) {
        return pattern.customerCode().equals(entry.customerCode())
                && pattern.schedule().periodicity() == entry.periodicity();
    }
}
