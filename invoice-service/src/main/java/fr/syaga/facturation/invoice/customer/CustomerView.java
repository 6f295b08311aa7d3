package fr.syaga.facturation.invoice.customer;

import java.time.Instant;
import java.util.List;

import fr.syaga.facturation.edge.Versioned;
import fr.syaga.facturation.invoice.vat.VatRegime;
import fr.syaga.facturation.invoice.vat.VatRegimeHint;

/**
 * A customer as callers see it.
 *
 * @param vatRegime null while nobody knows it: drafts need explicit rates until a person decides
 * @param vatRegimeHint why it is not known; null when it is
 * @param vatRegimeDecidedAt when a person decided it; null when it is what is supposed of everybody
 * @param paymentTermsHint what the cache shows plainly while no person agreed terms; a suggestion that no draft uses
 */
record CustomerView(
        String code,
        String name,
        List<String> aliases,
        String siren,
        String siret,
        String vatNumber,
        VatRegime vatRegime,
        VatRegimeHint vatRegimeHint,
        Instant vatRegimeDecidedAt,
        String vatRegimeDecidedBy,
        PaymentTerms paymentTerms,
        PlainTerms.Hint paymentTermsHint,
        List<Address> addresses,
        List<String> emails,
        String electronicAddress,
        String purchaseOrder,
        OxygeneCodes oxygene,
        CustomerKind kind,
        int version)
        implements Versioned {

    static CustomerView of(Customer customer, PlainTerms.Hint termsHint) {
        return new CustomerView(
                customer.code(),
                customer.name(),
                customer.aliases().stream().sorted().toList(),
                customer.siren(),
                customer.siret(),
                customer.vatNumber(),
                customer.vat().regime(),
                customer.vat().hint(),
                customer.vat().decidedAt(),
                customer.vat().decidedBy(),
                customer.paymentTerms(),
                termsHint,
                customer.addresses(),
                customer.emails(),
                customer.electronicAddress(),
                customer.purchaseOrder(),
                customer.oxygene() == null ? new OxygeneCodes(null, null) : customer.oxygene(),
                customer.kind(),
                customer.version());
    }
}
