package fr.syaga.facturation.clockify.timesheet;

/**
 * What was decided about an entry and why.
 *
 * @param category null when nothing can be decided yet
 * @param customerCode who would be billed, or null when nobody is known
 * @param rule the name of what decided
 * @param reason a sentence in French for the person who reads the list
 */
public record Verdict(Category category, String customerCode, String rule, String reason) {

    static final Verdict NONE_YET = new Verdict(null, null, "NOT_JUDGED", "Pas encore catégorisée.");
}
