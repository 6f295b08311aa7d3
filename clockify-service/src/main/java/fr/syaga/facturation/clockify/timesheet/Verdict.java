package fr.syaga.facturation.clockify.timesheet;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What was decided about an entry and why.
 *
 * @param category null when nothing can be decided yet
 * @param customerCode who would be billed, or null when nobody is known
 * @param customerBy what told the customer; null when nobody is known
 * @param rule the name of what decided
 * @param reason a sentence in French for the person who reads the list
 * @param coveredSeconds of a FACTURABLE entry that a contract's hours still covered; nobody pays them again
 */
@Embeddable
public record Verdict(
        @Enumerated(EnumType.STRING) Category category,
        String customerCode,
        @Enumerated(EnumType.STRING) CustomerBy customerBy,
        String rule,
        String reason,
        long coveredSeconds) {

    /** The rule of time over the hours that a contract includes. */
    private static final String OVERRUN = "HORS_HEURES_INCLUSES";

    static final Verdict NONE_YET = new Verdict(null, null, null, "NOT_JUDGED", "Pas encore catégorisée.");
    static final Verdict IN_CONFLICT = new Verdict(
            null, null, null, "CONFLICT", "Un fichier contredit Clockify sur ce temps : à garder ou à écarter.");

    public Verdict(Category category, String customerCode, CustomerBy customerBy, String rule, String reason) {
        this(category, customerCode, customerBy, rule, reason, 0);
    }

    /** The same time, once the hours that its contract includes are used up. */
    public Verdict overrun(long covered) {
        return new Verdict(
                Category.FACTURABLE,
                customerCode,
                customerBy,
                OVERRUN,
                "Les heures comprises dans le contrat sont épuisées pour ce mois.",
                covered);
    }

    /** Of so many seconds, those that are billed by the hour. */
    public long facturable(long seconds) {
        return category == Category.FACTURABLE ? Math.max(0, seconds - coveredSeconds) : 0;
    }

    /** Of so many seconds, those that a contract covers. */
    long forfait(long seconds) {
        return category == Category.FORFAIT ? seconds : Math.min(seconds, coveredSeconds);
    }

    public boolean isOverrun() {
        return OVERRUN.equals(rule);
    }

    /** While its timer runs, time has no category. */
    Verdict withoutCategory() {
        return new Verdict(null, customerCode, customerBy, rule, reason);
    }
}
