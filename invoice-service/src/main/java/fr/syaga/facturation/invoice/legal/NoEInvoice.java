package fr.syaga.facturation.invoice.legal;

import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.CustomerKind;

/** Tells that a document is no electronic invoice between companies (CGI 289 bis), because its buyer never has a SIREN. */
final class NoEInvoice {

    private static final String INSTEAD =
            " : ce document n’est pas une facture électronique entre entreprises (B2B). C’est un PDF ordinaire qui part au client, et ses montants relèvent de l’e-reporting.";

    private NoEInvoice() {}

    /** The sentence for a French reader; null when nothing but an entry stands in the way of one. */
    static String of(Customer customer) {
        if (!customer.neverHasSiren()) {
            return null;
        }
        return (customer.kind() == CustomerKind.PRIVATE_PERSON
                        ? "Le client est un particulier"
                        : "Le client n’a pas de SIREN et n’en aura pas")
                + INSTEAD;
    }
}
