package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The prices of an hour as they stand at one moment: of those that apply the most particular decides, and of equals the one
 * that began last.
 *
 * @param general for whom no other price applies
 */
public record PriceList(List<RateTerms> rates, BigDecimal general) {

    private static final Comparator<RateTerms> DECIDING =
            Comparator.comparingInt(RateTerms::weight).thenComparing(RateTerms::from);

    public PriceList {
        rates = List.copyOf(rates);
        general = general.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** One price for all time. */
    public boolean isGeneral() {
        return rates.isEmpty();
    }

    /**
     * Euros for an hour of work, without VAT.
     *
     * @param names under which the person is known; none of them is null
     */
    public BigDecimal priceOf(String customer, String project, Collection<String> names, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.appliesTo(customer, project, names, day))
                .max(DECIDING)
                .map(rate -> rate.netAmount().setScale(2, RoundingMode.UNNECESSARY))
                .orElse(general);
    }
}
