package fr.syaga.facturation.invoice.drafting;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.vat.VatRegime;

/** Why a draft is not made or not approved, with the way out. */
public final class DraftRefusal {

    private DraftRefusal() {}

    static Rejection vatUndecided(Customer customer) {
        return Rejection.conflict(
                "vat-regime-undecided",
                "Nobody knows whether %s is charged VAT: its last documents bear none. Decide with PUT /api/v1/customers/%s and vatRegime FRENCH, EU_REVERSE_CHARGE, OUTSIDE_EU or EXEMPT, or give vatRate on every line."
                        .formatted(customer.code(), customer.code()));
    }

    static Rejection vatContradicts(Invoice invoice, VatRegime regime) {
        return Rejection.conflict(
                "vat-contradicts-regime",
                "The VAT of %s is not that of a customer under %s. Set it right with POST /api/v1/invoices/%s/recompute, or decide another vatRegime for %s."
                        .formatted(invoice.name(), regime, invoice.id(), invoice.customerCode()));
    }

    public static Rejection unknownCustomer(String code) {
        return Rejection.invalid("customerCode", "there is no customer %s; enter it first".formatted(code));
    }
}
