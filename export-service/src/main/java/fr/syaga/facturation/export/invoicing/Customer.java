package fr.syaga.facturation.export.invoicing;

import java.util.List;

/** A customer and the codes under which Oxygène knows what is sold to it and how it pays, and where its invoices are mailed; a missing code is null. */
public record Customer(String code, String name, List<String> emails, OxygeneCodes oxygene) {

    public Customer {
        emails = emails == null ? List.of() : List.copyOf(emails);
    }

    /** The customer's own codes in Oxygène. */
    public record OxygeneCodes(String articleCode, String paymentCode) {}

    public String articleCode() {
        return oxygene == null ? null : oxygene.articleCode();
    }

    public String paymentCode() {
        return oxygene == null ? null : oxygene.paymentCode();
    }
}
