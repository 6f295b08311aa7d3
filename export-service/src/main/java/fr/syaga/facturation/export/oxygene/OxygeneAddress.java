package fr.syaga.facturation.export.oxygene;

import fr.syaga.facturation.export.french.FrenchText;
import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.LegalFacts;

/** Where a customer's invoices go, as Oxygène's block {@code adresse} says it; the country is a French name there. */
public record OxygeneAddress(
        String name, String line1, String line2, String postalCode, String city, String country, String email) {

    /** The customer's address for invoices, or null when none was entered. */
    public static OxygeneAddress of(Customer customer) {
        if (customer == null) {
            return null;
        }
        LegalFacts.Address address = customer.billingAddress().orElse(null);
        return address == null
                ? null
                : new OxygeneAddress(
                        customer.name(),
                        address.line1(),
                        address.line2(),
                        address.postalCode(),
                        address.city(),
                        FrenchText.country(address.country()),
                        customer.emails().isEmpty() ? null : customer.emails().get(0));
    }
}
