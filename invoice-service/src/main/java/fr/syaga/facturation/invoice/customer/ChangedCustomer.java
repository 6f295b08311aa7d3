package fr.syaga.facturation.invoice.customer;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import fr.syaga.facturation.edge.Versioned;

/**
 * A customer after a person's word, and what that word leaves to do.
 *
 * @param openDrafts drafts and approved documents not exported whose VAT now contradicts the regime: recompute them, an
 *     approved one after it was reopened
 * @param doubts what of the customer's own data speaks against the regime, in sentences
 */
record ChangedCustomer(@JsonUnwrapped CustomerView customer, List<UUID> openDrafts, List<String> doubts)
        implements Versioned {

    static ChangedCustomer of(CustomerView view, Customer customer, OpenDrafts drafts) {
        return new ChangedCustomer(view, drafts.contradicting(customer), VatDoubts.of(customer));
    }

    @Override
    public int version() {
        return customer.version();
    }
}
