package fr.syaga.facturation.recurrence.pattern;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractTerms;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.term.Agreement;
import fr.syaga.facturation.recurrence.term.Proof;

/** Brings patterns and contracts together: whichever was there first, a customer has one contract of a periodicity and price. */
@ApplicationScoped
public class PatternContracts {

    private static final Logger LOG = Logger.getLogger(PatternContracts.class);

    private final Contracts contracts;
    private final BusinessDate businessDate;

    PatternContracts(Contracts contracts, BusinessDate businessDate) {
        this.contracts = contracts;
        this.businessDate = businessDate;
    }

    /** The contract that a pattern proves: one that stands already, or a new one of these words. */
    public Contract of(FoundPattern pattern, String label) {
        return of(
                pattern,
                label,
                known(List.of(pattern)),
                unproven(contracts.list("customerCode = ?1 and patternId is null", pattern.customerCode())));
    }

    /** The same for many, each under its own label: what stands is read once for all. */
    List<Contract> of(List<FoundPattern> accepted, Unproven unproven) {
        Known known = known(accepted);
        return accepted.stream()
                .map(each -> of(each, each.label(), known, unproven))
                .toList();
    }

    private Contract of(FoundPattern pattern, String label, Known known, Unproven unproven) {
        Contract contract = Optional.ofNullable(pattern.contractId())
                .map(known.byId()::get)
                .or(() -> Optional.ofNullable(known.byPattern().get(pattern.id())))
                .or(() -> unproven.joinable(pattern).map(joined -> join(pattern, joined)))
                .orElseGet(() -> make(pattern, label));
        pattern.join(contract.id());
        return contract;
    }

    /** The contracts that some patterns have already. */
    private record Known(Map<UUID, Contract> byId, Map<UUID, Contract> byPattern) {}

    private Known known(List<FoundPattern> patterns) {
        Map<UUID, Contract> byId = new HashMap<>();
        Map<UUID, Contract> byPattern = new HashMap<>();
        contracts
                .of(
                        patterns.stream()
                                .map(FoundPattern::contractId)
                                .filter(Objects::nonNull)
                                .toList(),
                        patterns.stream().map(FoundPattern::id).toList())
                .forEach(each -> {
                    byId.put(each.id(), each);
                    byPattern.put(each.patternId(), each);
                });
        return new Known(byId, byPattern);
    }

    /**
     * Joins the contracts of the user's file, which is the yes to them; what a person wrote by hand waits for a person. Exact prices go
     * first, so that the order of the patterns does not matter.
     */
    public void joinConfigured(List<FoundPattern> undecided) {
        Unproven unproven = unproven();
        for (Agreement agreement : List.of(Agreement.PRICE, Agreement.PRICE_BEFORE)) {
            undecided.stream()
                    .filter(each -> each.contractId() == null)
                    .forEach(each -> unproven.configured(each, agreement)
                            .ifPresent(known -> each.join(join(each, known).id())));
        }
    }

    /** A contract of the same customer and periodicity at another price, for which a pattern waits. */
    public Optional<Contract> conflict(FoundPattern pattern) {
        return unproven().conflict(pattern);
    }

    /** All that no history proves yet. */
    Unproven unproven() {
        return unproven(contracts.list("patternId is null"));
    }

    private Unproven unproven(List<Contract> among) {
        return new Unproven(among, businessDate.today());
    }

    private Contract join(FoundPattern pattern, Contract contract) {
        contract.prove(proof(pattern));
        LOG.infof("Pattern %s of %s joined contract %s", pattern.id(), pattern.customerCode(), contract.id());
        return contract;
    }

    private Contract make(FoundPattern pattern, String label) {
        ContractTerms terms = ContractTerms.of(
                pattern.customerCode(),
                pattern.customerName(),
                label,
                pattern.netAmount(),
                pattern.schedule(),
                pattern.nextDueOn());
        Contract contract = Contract.proven(terms, proof(pattern), businessDate.today());
        contracts.persist(contract);
        LOG.infof("Pattern %s of %s became contract %s", pattern.id(), pattern.customerCode(), contract.id());
        return contract;
    }

    private static Proof proof(FoundPattern pattern) {
        SortedMap<LocalDate, BigDecimal> prices = new TreeMap<>();
        pattern.priceHistory().forEach(price -> prices.put(price.from(), price.netAmount()));
        if (prices.get(prices.lastKey()).compareTo(pattern.netAmount()) != 0) {
            prices.put(pattern.lastInvoicedOn(), pattern.netAmount());
        }
        return new Proof(pattern.id(), pattern.schedule(), pattern.since(), pattern.nextDueOn(), prices);
    }
}
