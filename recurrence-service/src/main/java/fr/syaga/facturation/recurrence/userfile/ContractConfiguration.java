package fr.syaga.facturation.recurrence.userfile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.recurrence.contract.CalendarChange;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.InvoicedContracts;
import fr.syaga.facturation.recurrence.invoicing.Customer;
import fr.syaga.facturation.recurrence.pattern.PatternContracts;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.pattern.UserConfiguration;
import fr.syaga.facturation.recurrence.term.Agreement;

/**
 * The user's configuration file and the contracts, kept in step: what stands is written back under the user's keys, a contract
 * changed since shows its change, and what stands for nothing is told and never billed.
 */
@ApplicationScoped
class ContractConfiguration implements UserConfiguration {

    private final ConfigEntries entries;
    private final Contracts contracts;
    private final Patterns patterns;
    private final PatternContracts proven;
    private final InvoicedContracts invoiced;
    private final CalendarChange calendars;
    private final BusinessDate businessDate;

    ContractConfiguration(
            ConfigEntries entries,
            Contracts contracts,
            Patterns patterns,
            PatternContracts proven,
            InvoicedContracts invoiced,
            CalendarChange calendars,
            BusinessDate businessDate) {
        this.entries = entries;
        this.contracts = contracts;
        this.patterns = patterns;
        this.proven = proven;
        this.invoiced = invoiced;
        this.calendars = calendars;
        this.businessDate = businessDate;
    }

    /** What became of a file: keys that are contracts now, keys that are none and why, keys that name the price before. */
    record Loaded(List<Matched> matched, List<Unmatched> unmatched, List<PriceDiffers> priceDiffers) {}

    /**
     * A key and the contract it stands for.
     *
     * @param created whether the contract was made now
     * @param patternId the pattern that proves it; null while none does
     * @param uncovered the months between its calendar before and the one it has now that no invoice stands for
     */
    record Matched(
            String key,
            String customerCode,
            UUID contractId,
            boolean created,
            UUID patternId,
            List<YearMonth> uncovered) {}

    @Transactional
    Loaded load(Map<String, ConfiguredContract> file, List<Customer> customers) {
        patterns.decideOneAtATime();
        Settlement settlement = settlement(entries.replace(file), customers);
        settlement.settle(true);
        Told told = told();
        List<Matched> matched = entries.inOrder().stream()
                .filter(ConfigEntry::isMatched)
                .map(each -> matched(each, settlement))
                .toList();
        return new Loaded(matched, told.unmatched(), told.priceDiffers());
    }

    private Matched matched(ConfigEntry entry, Settlement settlement) {
        Contract contract = contracts.get(entry.contractId());
        return new Matched(
                entry.key(),
                entry.customerCode(),
                contract.id(),
                settlement.created().contains(contract.id()),
                contract.patternId(),
                calendars.uncovered(contract));
    }

    @Override
    @Transactional
    public Told settle(List<Customer> customers) {
        settlement(entries.inOrder(), customers).settle(false);
        return told();
    }

    private Settlement settlement(List<ConfigEntry> read, List<Customer> customers) {
        CustomerNames names = new CustomerNames(customers);
        read.stream().filter(each -> !each.isMatched()).forEach(each -> each.means(names.find(each.key())));
        return new Settlement(
                read,
                patterns.latest(),
                patterns.knowHistory(),
                contracts,
                proven,
                invoiced,
                calendars,
                businessDate.today());
    }

    @Override
    @Transactional
    public Told told() {
        LocalDate today = businessDate.today();
        List<ConfigEntry> read = entries.inOrder();
        List<PriceDiffers> differ = read.stream()
                .flatMap(each -> standing(each, today).stream()
                        .filter(contract -> contract.agreement(each.amount(), today) != Agreement.PRICE)
                        .map(contract -> new PriceDiffers(each.key(), each.amount(), contract.shownPriceOn(today))))
                .toList();
        List<Unmatched> unmatched = read.stream()
                .filter(each -> !each.isMatched())
                .map(each -> new Unmatched(each.key(), each.unmatchedBecause()))
                .toList();
        return new Told(differ, unmatched);
    }

    /** The file as it stands now. */
    @Transactional
    Map<String, ConfiguredContract> written() {
        LocalDate today = businessDate.today();
        List<ConfigEntry> read = entries.inOrder();
        Map<String, ConfiguredContract> file = new LinkedHashMap<>();
        Set<UUID> shown = new HashSet<>();
        for (ConfigEntry entry : read) {
            standing(entry, today).ifPresent(contract -> {
                file.put(entry.key(), ConfiguredContract.of(contract, today));
                shown.add(contract.id());
            });
        }
        contracts.inOrder().stream()
                .filter(each -> each.stands(today) && !shown.contains(each.id()) && isAdded(each, read))
                .forEach(
                        each -> file.put(UserKeys.free(each.customerName(), file), ConfiguredContract.of(each, today)));
        return file;
    }

    /** Without a file of the user all contracts are written; with one, those that a person wrote by hand since it was read. */
    private static boolean isAdded(Contract contract, List<ConfigEntry> read) {
        Instant readAt = read.isEmpty() ? null : read.get(0).loadedAt();
        return readAt == null
                || contract.patternId() == null && contract.createdAt().isAfter(readAt);
    }

    private Optional<Contract> standing(ConfigEntry entry, LocalDate today) {
        return Optional.ofNullable(entry.contractId())
                .flatMap(contracts::findByIdOptional)
                .filter(each -> each.stands(today));
    }
}
