package fr.syaga.facturation.clockify.category;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.invoicing.Customer;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.mapping.CustomerMappings;
import fr.syaga.facturation.clockify.mapping.MappingsChanged;
import fr.syaga.facturation.clockify.mapping.ReportedNames;
import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.recurrence.RecurrenceClient;
import fr.syaga.facturation.clockify.timesheet.EntryUpdates;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;
import fr.syaga.facturation.edge.Rejection;

/**
 * Keeps verdicts up to date with contracts, customers and rules. Neighbours are asked outside of any transaction; what they
 * said is remembered, so that categorising goes on while they are down. Billed entries never move.
 */
@ApplicationScoped
public class Categorisation {

    private static final Logger LOG = Logger.getLogger(Categorisation.class);
    /** The first in the database's order, which takes an id's bytes without sign. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RecurrenceClient recurrence;
    private final InvoicingClient invoicing;
    private final Contracts contracts;
    private final CustomerMappings mappings;
    private final CategoryRules rules;
    private final TimeEntries entries;
    private final EntryUpdates updates;
    private final JudgingTurn turn = new JudgingTurn();

    Categorisation(
            RecurrenceClient recurrence,
            InvoicingClient invoicing,
            Contracts contracts,
            CustomerMappings mappings,
            CategoryRules rules,
            TimeEntries entries,
            EntryUpdates updates) {
        this.recurrence = recurrence;
        this.invoicing = invoicing;
        this.contracts = contracts;
        this.mappings = mappings;
        this.rules = rules;
        this.entries = entries;
        this.updates = updates;
    }

    /** Contracts and customers as freshly as they can be had now; with a neighbour down, as they are remembered. */
    public void refreshIfPossible(ReportedNames names) {
        Optional<List<Contract>> told = tried(recurrence::contracts);
        Optional<List<Customer>> customers = tried(invoicing::customers);
        store(told, names, customers);
    }

    /** As {@link #refreshIfPossible}, but a neighbour that is down is a 503: what is billed is never guessed from memory. */
    public void refresh() {
        List<Contract> told = recurrence.contracts();
        List<Customer> customers = invoicing.customers();
        store(Optional.of(told), ReportedNames.NONE, Optional.of(customers));
    }

    private static <T> Optional<T> tried(java.util.function.Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (Rejection down) {
            LOG.infof("Categorising went on with what is remembered: %s", down.getDetail());
            return Optional.empty();
        }
    }

    private void store(Optional<List<Contract>> told, ReportedNames names, Optional<List<Customer>> customers) {
        boolean changed = QuarkusTransaction.requiringNew().call(() -> {
            entries.lock();
            told.ifPresent(list -> contracts.replaceAll(list, Instant.now()));
            mappings.upsert(names, Optional.empty());
            ReportedNames stored =
                    new ReportedNames(Set.copyOf(entries.clientNames()), Set.copyOf(entries.projectsWithoutClient()));
            return mappings.upsert(stored, customers);
        });
        if (changed) {
            judgeAllAgain();
        }
    }

    /** Who decides now, with what is stored at this moment. */
    public Judge judge() {
        return QuarkusTransaction.requiringNew().call(this::judgeHere);
    }

    /** As {@link #judge}, within the caller's transaction: what was decided before it got the lock is known. */
    public Judge judgeHere() {
        return categoriser(rules.terms());
    }

    Categoriser categoriser(List<RuleTerms> terms) {
        return new Categoriser(terms, contracts.book(), mappings.finder());
    }

    /** When recurrence-service last told the contracts; null when it never did. */
    public Instant contractsAsOf() {
        return QuarkusTransaction.requiringNew().call(() -> contracts.book().asOf());
    }

    /** Judges a month's entries again. */
    public void judgeAgain(YearMonth month) {
        QuarkusTransaction.requiringNew().run(() -> {
            entries.lock();
            entries.readOnly();
            updates.judge(judgeHere().verdicts(entries.ofMonth(month)));
        });
    }

    /** Contracts of the customers that are known now may have come since the time was read. */
    void mappingsChanged(@Observes MappingsChanged change) {
        tried(recurrence::contracts)
                .ifPresent(told -> QuarkusTransaction.requiringNew().run(() -> {
                    entries.lock();
                    contracts.replaceAll(told, Instant.now());
                }));
        judgeAllAgain();
    }

    /** Judges all unbilled entries again after a rule or a mapping changed: in bounded pieces, each by what is decided by then. */
    public void judgeAllAgain() {
        turn.take(() -> {
            UUID after = BEFORE_ALL;
            while (after != null) {
                UUID from = after;
                after = QuarkusTransaction.requiringNew().call(() -> judgeSomeAgain(from));
            }
            if (judge().looksAtMonths()) {
                QuarkusTransaction.requiringNew().call(entries::unbilledMonths).forEach(this::judgeAgain);
            }
        });
    }

    /** The next entries after an id; their last one's id, or null when there is none. */
    private UUID judgeSomeAgain(UUID from) {
        entries.lock();
        Judge judge = judgeHere();
        entries.readOnly();
        List<TimeEntry> some = entries.unbilledAfter(from);
        Map<TimeEntry, Verdict> verdicts = new LinkedHashMap<>();
        some.forEach(entry -> verdicts.put(entry, judge.verdict(entry)));
        updates.judge(verdicts);
        return some.isEmpty() ? null : some.get(some.size() - 1).id();
    }
}
