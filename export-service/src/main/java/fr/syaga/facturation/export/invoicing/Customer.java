package fr.syaga.facturation.export.invoicing;

import java.util.List;
import java.util.Optional;

/**
 * A customer: the codes under which Oxygène knows what is sold to it and how it pays (null when there is none), and where its invoices
 * go.
 */
public record Customer(
        String code, String name, List<String> emails, List<LegalFacts.Address> addresses, OxygeneCodes oxygene) {

    private static final String BILLING = "BILLING";

    public Customer {
        emails = emails == null ? List.of() : List.copyOf(emails);
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
    }

    /** The customer's own codes in Oxygène. */
    public record OxygeneCodes(String articleCode, String paymentCode) {}

    public Optional<LegalFacts.Address> billingAddress() {
        return addresses.stream()
                .filter(address -> BILLING.equals(address.kind()))
                .findFirst();
    }

    public String articleCode() {
        return oxygene == null ? null : oxygene.articleCode();
    }

    public String paymentCode() {
        return oxygene == null ? null : oxygene.paymentCode();
    }
}
