package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.syaga.facturation.edge.Versioned;

/** A price of an hour as it is shown. */
record RateView(
        UUID id,
        String customerCode,
        String projectName,
        String person,
        LocalDate from,
        BigDecimal netAmount,
        int version)
        implements Versioned {

    static RateView of(HourlyRate rate) {
        RateTerms terms = rate.terms();
        return new RateView(
                rate.id(),
                terms.customerCode(),
                terms.projectName(),
                terms.person(),
                terms.from(),
                terms.netAmount(),
                rate.version());
    }
}
