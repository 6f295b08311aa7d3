package fr.syaga.facturation.clockify.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.edge.WrittenBack;

/**
 * What a rule says.
 *
 * @param position rules are asked in the order of their positions; the first that applies decides
 * @param reason the sentence that entries decided by it carry, in French
 */
@WrittenBack(RuleView.class)
public record RuleTerms(
        @NotNull Integer position,
        @NotBlank @Size(max = 60) String name,
        @NotNull Category category,
        Condition condition,
        @NotBlank @Size(max = 300) String reason) {

    public RuleTerms {
        condition = condition == null ? Condition.NONE : condition;
    }
}
