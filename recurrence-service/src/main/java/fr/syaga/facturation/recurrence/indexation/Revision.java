package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.term.Price;

/**
 * The formula of an indexation. By an index it is P1 = P0 × S1 / S0, the clause of Syntec's contracts; by a percentage it is
 * P1 = P0 × (100 + p) / 100. Values are kept as they were when it was proposed.
 *
 * @param baseMonth first day of the month of S0
 * @param newMonth first day of the month of S1
 */
@Embeddable
record Revision(
        String indexName,
        LocalDate baseMonth,
        BigDecimal baseValue,
        LocalDate newMonth,
        BigDecimal newValue,
        BigDecimal percent) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TWO = new BigDecimal(2);

    /** @throws Rejection 409 for values so far apart that one of them must be mistyped */
    static Revision byIndex(
            String index, YearMonth baseMonth, BigDecimal baseValue, YearMonth month, BigDecimal value) {
        if (value.compareTo(baseValue.multiply(TWO)) > 0 || baseValue.compareTo(value.multiply(TWO)) > 0) {
            throw Rejection.conflict(
                    "indexation-is-implausible",
                    "%s would go from %s to %s, which no index does; correct the value by PUT /api/v1/indices/%s/{month}."
                            .formatted(index, baseValue, value, index));
        }
        return new Revision(index, baseMonth.atDay(1), baseValue, month.atDay(1), value, null);
    }

    static Revision byPercent(BigDecimal percent) {
        return new Revision(null, null, null, null, null, percent);
    }

    /** The new price, rounded half up to the cent, once. */
    BigDecimal of(BigDecimal oldNet) {
        return isByIndex()
                ? Price.share(oldNet, newValue, baseValue)
                : Price.share(oldNet, HUNDRED.add(percent), HUNDRED);
    }

    /** By how much prices change, in percent with two decimals; for reading. */
    BigDecimal inPercent() {
        return isByIndex()
                ? newValue.subtract(baseValue).multiply(HUNDRED).divide(baseValue, 2, RoundingMode.HALF_UP)
                : percent;
    }

    boolean isByIndex() {
        return indexName != null;
    }
}
