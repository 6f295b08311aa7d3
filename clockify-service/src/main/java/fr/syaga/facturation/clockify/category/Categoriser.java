package fr.syaga.facturation.clockify.category;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.syaga.facturation.clockify.mapping.CustomerFinder;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.Choice;
import fr.syaga.facturation.clockify.timesheet.CustomerBy;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;
import fr.syaga.facturation.clockify.timesheet.Words;

/**
 * Decides what an entry means: nothing while its timer runs or while nobody is known to bill; else a person's choice; else the
 * first rule whose conditions hold. It knows the rules, contracts and mappings of one moment.
 */
final class Categoriser implements Judge {

    static final String RUNNING = "RUNNING";
    static final String NO_PROJECT = "NO_PROJECT";
    static final String NO_RULE = "NO_RULE";
    static final String CHOICE = "CHOICE";

    private static final CustomerFinder.Found NOBODY = new CustomerFinder.Found(null, null);
    private static final Choice NOTHING_CHOSEN = new Choice(null, null, null);

    private final List<RuleTerms> rules;
    private final ContractBook contracts;
    private final CustomerFinder finder;

    Categoriser(List<RuleTerms> rules, ContractBook contracts, CustomerFinder finder) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(RuleTerms::position).thenComparing(RuleTerms::name))
                .toList();
        this.contracts = contracts;
        this.finder = finder;
    }

    @Override
    public Verdict verdict(TimeEntry entry) {
        Verdict alone = alone(entry);
        boolean standsOver = entry.isBilled() && entry.verdict().isOverrun() && alone.category() == Category.FORFAIT;
        return standsOver ? alone.overrun(entry.verdict().coveredSeconds()) : alone;
    }

    @Override
    public Map<TimeEntry, Verdict> verdicts(List<TimeEntry> month) {
        Map<TimeEntry, Verdict> verdicts = new LinkedHashMap<>();
        month.forEach(entry -> verdicts.put(entry, verdict(entry)));
        if (looksAtMonths()) {
            new IncludedHours(contracts).useUp(verdicts);
        }
        return verdicts;
    }

    @Override
    public boolean looksAtMonths() {
        return contracts.includeHours();
    }

    private Verdict alone(TimeEntry entry) {
        CustomerFinder.Found customer = customerOf(entry).orElse(NOBODY);
        if (entry.isRunning()) {
            return of(null, customer, RUNNING, "Le chronomètre tourne encore.");
        }
        Choice choice = entry.choice().orElse(NOTHING_CHOSEN);
        if (choice.category() != null) {
            return of(choice.category(), customer, CHOICE, choice.reason());
        }
        boolean isOurs = finder.isOurs(entry.details());
        boolean isNobodys = entry.details().projectName() == null && customer == NOBODY && !isOurs;
        Condition.Facts facts = new Condition.Facts(
                Words.of(entry.details()), entry.status(), contracts.hasContract(customer.code(), entry.day()), isOurs);
        // A day off has no project, and nobody pays for it either.
        return rules.stream()
                .filter(rule -> !isNobodys || rule.condition().asksForType())
                .filter(rule -> rule.condition().holds(entry.details(), facts))
                .findFirst()
                .map(rule -> of(rule.category(), customer, rule.name(), rule.reason()))
                .orElseGet(() -> undecided(isNobodys, customer));
    }

    private static Verdict undecided(boolean isNobodys, CustomerFinder.Found customer) {
        return isNobodys
                ? of(null, NOBODY, NO_PROJECT, "Sans projet : personne à facturer tant qu'un client n'est pas choisi.")
                : of(null, customer, NO_RULE, "Aucune règle ne s'applique.");
    }

    private static Verdict of(Category category, CustomerFinder.Found customer, String rule, String reason) {
        CustomerFinder.Found billed = category == Category.INTERNE ? NOBODY : customer;
        return new Verdict(category, billed.code(), billed.by(), rule, reason);
    }

    private Optional<CustomerFinder.Found> customerOf(TimeEntry entry) {
        return entry.choice()
                .map(Choice::customer)
                .map(chosen -> new CustomerFinder.Found(chosen, CustomerBy.CHOICE))
                .or(() -> finder.of(entry.details()));
    }
}
