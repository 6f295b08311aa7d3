package fr.syaga.facturation.invoice.customer;

import java.util.List;
import java.util.UUID;

/** The documents of a customer that have not left yet, as far as who is invoiced has to know of them. */
public interface OpenDrafts {

    /** Drafts and approved documents that left for nowhere, whose VAT contradicts the customer's present regime. */
    List<UUID> contradicting(Customer customer);
}
