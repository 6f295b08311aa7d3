package fr.syaga.facturation.invoice.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.identifier.CompanyNumber;
import fr.syaga.facturation.invoice.identifier.VatNumber;
import fr.syaga.facturation.invoice.vat.VatRegime;

/**
 * What a customer's own data say against the regime that a person gave it. What cannot be is refused; what only seems odd is
 * told beside the answer, for a person may know better.
 */
final class VatDoubts {

    /** Whose VAT numbers the forms of {@link VatNumber} know, without France and Northern Ireland. */
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
            "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private VatDoubts() {}

    /** False while nobody knows the regime. */
    private static boolean isAbroad(VatRegime regime) {
        return regime == VatRegime.EU_REVERSE_CHARGE || regime == VatRegime.OUTSIDE_EU;
    }

    /** @throws Rejection 400 when the VAT number is one that the regime rules out (CGI 283-2, 259-1) */
    static void refuse(CustomerDetails details) {
        String number = CompanyNumber.compact(details.vatNumber());
        if (number != null && number.startsWith("FR") && isAbroad(details.vatRegime())) {
            throw Rejection.invalid(
                    "vatRegime",
                    "%s contradicts the French VAT number %s: say FRENCH, or give the number of the other country"
                            .formatted(details.vatRegime(), number));
        }
    }

    /** Sentences for the person who decides; empty when nothing seems odd. */
    static List<String> of(Customer customer) {
        List<String> doubts = new ArrayList<>();
        VatRegime regime = customer.vatRegime();
        String number = customer.vatNumber();
        if (regime == VatRegime.EU_REVERSE_CHARGE && number == null) {
            doubts.add("EU_REVERSE_CHARGE needs the customer's VAT number on every invoice: enter vatNumber.");
        }
        if (regime == VatRegime.OUTSIDE_EU && number != null && EU.contains(number.substring(0, 2))) {
            doubts.add("OUTSIDE_EU stands beside the VAT number %s of a country of the EU.".formatted(number));
        }
        if (isAbroad(regime) && customer.siren() != null) {
            doubts.add("%s stands beside a SIREN: a company registered in France.".formatted(regime));
        }
        customer.billingCountry()
                .filter(country -> isAbroad(regime) && country.equals("FR"))
                .ifPresent(country -> doubts.add("%s stands beside an address in France.".formatted(regime)));
        return List.copyOf(doubts);
    }
}
