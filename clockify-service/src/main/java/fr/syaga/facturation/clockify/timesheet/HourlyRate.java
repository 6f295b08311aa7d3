package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an hour of FACTURABLE time costs, without VAT. */
@ApplicationScoped
public class HourlyRate {

    private final BigDecimal euros;

    HourlyRate(@ConfigProperty(name = "facturation.hourly-rate") BigDecimal euros) {
        this.euros = euros.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }

    public BigDecimal euros() {
        return euros;
    }
}
