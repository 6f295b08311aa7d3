package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stored prices, and the general one that is a setting; a wrong one stops the start. */
@Startup
@ApplicationScoped
public class HourlyRates implements PanacheRepositoryBase<HourlyRate, UUID> {

    private final BigDecimal general;

    HourlyRates(@ConfigProperty(name = "facturation.hourly-rate") BigDecimal general) {
        if (general.signum() < 0 || general.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException(
                    "FACTURATION_HOURLY_RATE is no price: %s; give euros and cents, such as 110.00".formatted(general));
        }
        this.general = general;
    }

    /** All prices of this moment. */
    public PriceList prices() {
        return new PriceList(inOrder().stream().map(HourlyRate::terms).toList(), general);
    }

    List<HourlyRate> inOrder() {
        return list("order by customerCode nulls first, projectName nulls first, person nulls first, validFrom, id");
    }

    boolean isTaken(RateTerms terms, UUID except) {
        return list("validFrom = ?1 and id <> ?2", terms.from(), except).stream()
                .map(HourlyRate::terms)
                .anyMatch(terms::isForTheSame);
    }
}
