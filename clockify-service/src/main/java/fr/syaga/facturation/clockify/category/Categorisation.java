package fr.syaga.facturation.clockify.category;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.invoicing.Customer;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.mapping.CustomerMappings;
import fr.syaga.facturation.clockify.mapping.MappingEffect;
import fr.syaga.facturation.clockify.mapping.MappingsChanged;
import fr.syaga.facturation.clockify.mapping.ReportedNames;
import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.recurrence.RecurrenceClient;
import fr.syaga.facturation.clockify.timesheet.EntryUpdates;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.Rehearsal;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;
import fr.syaga.facturation.edge.Rejection;

/**
 * Keeps verdicts up to date with contracts, customers and rules. Neighbours are asked outside of any transaction; what they
 * said is remembered, so that categorising goes on while they are down. Billed entries never move.
 */
@ApplicationScoped
public class Categorisation implements MappingEffect {

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

    /** What the neighbours say at one moment; what could not be read is empty. */
    public record Neighbours(Optional<List<Contract>> contracts, Optional<List<Customer>> customers) {}

    /**
     * Stores contracts and customers as freshly as they can be had now; with a neighbour down, they stay as they are remembered. All
     * unbilled entries are judged again when contracts cover other days or hours than before, or a name stands for another customer.
     */
    public void refreshIfPossible(ReportedNames names) {
        store(askIfPossible(), names);
    }

    /** As {@link #refreshIfPossible}, but a neighbour that is down is a 503: what is billed is never guessed from memory. */
    public void refresh() {
        store(ask(), ReportedNames.NONE);
    }

    /** 503 while a neighbour is down. */
    public Neighbours ask() {
        return new Neighbours(Optional.of(recurrence.contracts()), Optional.of(invoicing.customers()));
    }

    public Neighbours askIfPossible() {
        return new Neighbours(tried(recurrence::contracts), tried(invoicing::customers));
    }

    /** Answers a question as it would be answered after a refresh by what the neighbours said, and stores nothing. */
    public <T> T rehearse(Neighbours said, Supplier<T> question) {
        return Rehearsal.of(() -> {
            // What is asked judges its own month anew; other customers change more than that.
            if (storeHere(said, ReportedNames.NONE).mappings()) {
                judgeAllHere();
            }
            return question.get();
        });
    }

    @Override
    public void judgeAllHere() {
        UUID after = BEFORE_ALL;
        while (after != null) {
            after = judgeSomeAgain(after);
        }
        if (judgeHere().looksAtMonths()) {
            entries.unbilledMonths().forEach(this::judgeAgain);
        }
    }

    private static <T> Optional<T> tried(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (Rejection down) {
            LOG.infof("Categorising went on with what is remembered: %s", down.getDetail());
            return Optional.empty();
        }
    }

    private void store(Neighbours said, ReportedNames names) {
        Changes changes = QuarkusTransaction.requiringNew().call(() -> storeHere(said, names));
        if (changes.contracts() || changes.mappings()) {
            judgeAllAgain();
        }
    }

    /**
     * What came of what the neighbours said.
     *
     * @param contracts contracts cover other days or hours than before
     * @param mappings a name stands for another customer than before
     */
    private record Changes(boolean contracts, boolean mappings) {}

    private Changes storeHere(Neighbours said, ReportedNames names) {
        entries.lock();
        boolean covers = said.contracts()
                .map(list -> contracts.replaceAll(list, Instant.now()))
                .orElse(false);
        mappings.upsert(names, Optional.empty());
        ReportedNames stored =
                new ReportedNames(Set.copyOf(entries.clientNames()), Set.copyOf(entries.projectsWithoutClient()));
        return new Changes(covers, mappings.upsert(stored, said.customers()));
    }

    /** Who decides now, with what is stored at this moment. */
    public Judge judge() {
        return QuarkusTransaction.joiningExisting().call(this::judgeHere);
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
        return QuarkusTransaction.joiningExisting().call(() -> contracts.book().asOf());
    }

    /** Judges a month's entries again. */
    public void judgeAgain(YearMonth month) {
        QuarkusTransaction.joiningExisting().run(() -> {
            entries.lock();
            entries.readingOnly(() -> {
                updates.judge(judgeHere().verdicts(entries.ofMonth(month)));
                return null;
            });
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

    /** Judges the next entries after an id, and returns the last id of them; null at the end. */
    private UUID judgeSomeAgain(UUID from) {
        entries.lock();
        return entries.readingOnly(() -> {
            Judge judge = judgeHere();
            List<TimeEntry> some = entries.unbilledAfter(from);
            Map<TimeEntry, Verdict> verdicts = new LinkedHashMap<>();
            some.forEach(entry -> verdicts.put(entry, judge.verdict(entry)));
            updates.judge(verdicts);
            return some.isEmpty() ? null : some.get(some.size() - 1).id();
        });
    }
}
