package fr.syaga.facturation.clockify.category;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.syaga.facturation.clockify.customer.ClientName;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.Choice;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/**
 * Decides what an entry means: nothing while its timer runs or while nobody is known to bill; else a person's choice; else the
 * first rule whose conditions hold. It knows the rules, contracts and mappings of one moment.
 */
final class Categoriser implements Judge {

    static final String RUNNING = "RUNNING";
    static final String NO_PROJECT = "NO_PROJECT";
    static final String NO_RULE = "NO_RULE";
    static final String CHOICE = "CHOICE";

    private static final Choice NOTHING_CHOSEN = new Choice(null, null, null);

    private final List<RuleTerms> rules;
    private final ContractBook contracts;
    private final Map<String, String> codes;

    /** @param codes customer codes by folded client name */
    Categoriser(List<RuleTerms> rules, ContractBook contracts, Map<String, String> codes) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(RuleTerms::position).thenComparing(RuleTerms::name))
                .toList();
        this.contracts = contracts;
        this.codes = codes;
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
        String customer = customerOf(entry);
        if (entry.isRunning()) {
            return new Verdict(null, customer, RUNNING, "Le chronomètre tourne encore.");
        }
        Choice choice = entry.choice().orElse(NOTHING_CHOSEN);
        if (choice.category() != null) {
            return of(choice.category(), customer, CHOICE, choice.reason());
        }
        if (entry.work().projectName() == null && customer == null) {
            return new Verdict(
                    null, null, NO_PROJECT, "Sans projet : personne à facturer tant qu'un client n'est pas choisi.");
        }
        boolean hasContract = contracts.hasContract(customer, entry.day());
        return rules.stream()
                .filter(rule -> rule.condition().holds(entry.work(), hasContract))
                .findFirst()
                .map(rule -> of(rule.category(), customer, rule.name(), rule.reason()))
                .orElse(new Verdict(null, customer, NO_RULE, "Aucune règle ne s'applique."));
    }

    private static Verdict of(Category category, String customer, String rule, String reason) {
        return new Verdict(category, category == Category.INTERNE ? null : customer, rule, reason);
    }

    private String customerOf(TimeEntry entry) {
        String chosen = entry.choice().map(Choice::customer).orElse(null);
        if (chosen != null) {
            return chosen;
        }
        String client = entry.work().clientName();
        return client == null ? null : codes.get(ClientName.fold(client));
    }
}
