package fr.syaga.facturation.clockify.category;

import java.util.UUID;

import fr.syaga.facturation.clockify.timesheet.Category;

/** A rule as it is shown. */
record RuleView(UUID id, int position, String name, Category category, Condition condition, String reason) {

    static RuleView of(CategoryRule rule) {
        RuleTerms terms = rule.terms();
        return new RuleView(
                rule.id(), terms.position(), terms.name(), terms.category(), terms.condition(), terms.reason());
    }
}
