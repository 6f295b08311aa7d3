package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * What an indexation means for one contract: its old and new price, or why it is left out.
 *
 * @param perYear how many invoices a year has
 * @param leftOut the reason, in French; null when its price changes
 */
@Embeddable
record IndexedContract(
        UUID contractId,
        String customerCode,
        String label,
        int perYear,
        BigDecimal oldNet,
        BigDecimal newNet,
        String leftOut) {

    boolean changes() {
        return leftOut == null;
    }

    BigDecimal annualOld() {
        return oldNet.multiply(BigDecimal.valueOf(perYear));
    }

    BigDecimal annualNew() {
        return newNet.multiply(BigDecimal.valueOf(perYear));
    }
}
