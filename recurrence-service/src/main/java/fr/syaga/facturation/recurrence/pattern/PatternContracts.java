package fr.syaga.facturation.recurrence.pattern;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.recurrence.contract.Agreement;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractTerms;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.Proof;
import fr.syaga.facturation.recurrence.contract.Standing;

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
        Contract contract = Optional.ofNullable(pattern.contractId())
                .flatMap(contracts::findByIdOptional)
                .or(() -> contracts.madeFrom(pattern.id()))
                .or(() -> joinable(pattern).map(known -> join(pattern, known)))
                .orElseGet(() -> make(pattern, label));
        pattern.join(contract.id());
        return contract;
    }

    /** Joins a contract of the user's file, which is the yes to it; what a person wrote by hand waits for a person. */
    public void joinConfigured(FoundPattern pattern) {
        joinable(pattern)
                .filter(Contract::isConfiguredOnly)
                .ifPresent(known -> pattern.join(join(pattern, known).id()));
    }

    /** A contract at the pattern's price that no history proves yet, or of the user's file at the price before. */
    public Optional<Contract> joinable(FoundPattern pattern) {
        Standing unproven = unproven(pattern);
        return fitting(unproven, pattern, Agreement.PRICE)
                .or(() -> fitting(unproven.where(Contract::isConfiguredOnly), pattern, Agreement.PRICE_BEFORE));
    }

    private Optional<Contract> fitting(Standing among, FoundPattern pattern, Agreement agreement) {
        return among.contracts().stream()
                .filter(each -> pattern.agreement(each.nextPrice(among.today())) == agreement
                        || pattern.agreement(each.shownPriceOn(among.today())) == agreement)
                .findFirst();
    }

    /** A contract of the same customer and periodicity that no history proves, at another price: a person decides. */
    public Optional<Contract> conflict(FoundPattern pattern) {
        return pattern.contractId() != null || joinable(pattern).isPresent()
                ? Optional.empty()
                : unproven(pattern).contracts().stream().findFirst();
    }

    private Standing unproven(FoundPattern pattern) {
        List<Contract> all = contracts.list("customerCode = ?1 and patternId is null", pattern.customerCode());
        return Standing.of(all, pattern.customerCode(), pattern.schedule().periodicity(), businessDate.today());
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
