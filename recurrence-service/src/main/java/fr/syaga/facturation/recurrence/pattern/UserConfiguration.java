package fr.syaga.facturation.recurrence.pattern;

import java.math.BigDecimal;
import java.util.List;

import fr.syaga.facturation.recurrence.invoicing.Customer;

/** The contracts as the user's own file says them. Whoever reads that file tells it: patterns know no files. */
public interface UserConfiguration {

    /** Holds the file against the latest analysis: what it says joins what was found, whichever was there first. */
    Told settle(List<Customer> customers);

    /** What there is to say of the file now; nothing is made. */
    Told told();

    /** Where the file and the history differ. */
    record Told(List<PriceDiffers> priceDiffers, List<Unmatched> unmatched) {}

    /** A key whose amount is the price before: the price that was billed stands. */
    record PriceDiffers(String key, BigDecimal configured, BigDecimal billed) {}

    /** A key that stands for no contract, and why. */
    record Unmatched(String key, String reason) {}
}
