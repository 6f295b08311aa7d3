package fr.syaga.facturation.recurrence.pattern;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractTerms;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.detection.PricePoint;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Makes contracts of patterns by a person's yes; saying yes again makes nothing. */
@ApplicationScoped
class Acceptance {

    private static final Logger LOG = Logger.getLogger(Acceptance.class);

    private final Patterns patterns;
    private final Contracts contracts;
    private final BusinessDate businessDate;

    Acceptance(Patterns patterns, Contracts contracts, BusinessDate businessDate) {
        this.patterns = patterns;
        this.contracts = contracts;
        this.businessDate = businessDate;
    }

    @Transactional
    FoundPattern accept(UUID id) {
        patterns.decideOneAtATime();
        FoundPattern pattern = patterns.get(id);
        if (pattern.decision() != Decision.ACCEPTED) {
            makeContract(pattern);
        }
        return pattern;
    }

    /** Those of the latest analysis that are open and active; answers with the ones accepted now. */
    @Transactional
    List<FoundPattern> acceptAll() {
        patterns.decideOneAtATime();
        List<FoundPattern> open =
                patterns.latest().stream().filter(FoundPattern::isOpenAndActive).toList();
        open.forEach(this::makeContract);
        return open;
    }

    private void makeContract(FoundPattern pattern) {
        Contract contract = contracts.madeFrom(pattern.id()).orElseGet(() -> fromHistory(pattern));
        pattern.accept(contract.id());
        LOG.infof("Pattern %s of %s became contract %s", pattern.id(), pattern.customerCode(), contract.id());
    }

    private Contract fromHistory(FoundPattern pattern) {
        Schedule schedule = pattern.schedule();
        Contract contract = new Contract(
                new ContractTerms(
                        pattern.customerCode(),
                        pattern.customerName(),
                        pattern.label(),
                        pattern.priceHistory().get(0).netAmount(),
                        schedule.periodicity(),
                        schedule.months(),
                        schedule.dayOfMonth(),
                        pattern.since(),
                        pattern.nextDueOn(),
                        null,
                        null,
                        null,
                        null,
                        pattern.id()),
                businessDate.today());
        List<PricePoint> later =
                pattern.priceHistory().subList(1, pattern.priceHistory().size());
        later.forEach(price -> contract.changePrice(price.from(), price.netAmount()));
        if (contract.priceOn(pattern.nextDueOn()).compareTo(pattern.netAmount()) != 0) {
            contract.changePrice(pattern.lastInvoicedOn(), pattern.netAmount());
        }
        contracts.persist(contract);
        return contract;
    }
}
