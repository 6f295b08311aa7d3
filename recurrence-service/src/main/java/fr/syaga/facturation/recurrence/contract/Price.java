package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/** A net price and the first day on which it holds. */
@Embeddable
class Price {

    private LocalDate holdsFrom;
    private BigDecimal netAmount;

    protected Price() {}

    Price(LocalDate holdsFrom, BigDecimal netAmount) {
        this.holdsFrom = holdsFrom;
        this.netAmount = netAmount;
    }

    LocalDate holdsFrom() {
        return holdsFrom;
    }

    BigDecimal netAmount() {
        return netAmount;
    }
}
