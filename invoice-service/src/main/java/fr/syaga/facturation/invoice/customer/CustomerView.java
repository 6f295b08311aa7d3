package fr.syaga.facturation.invoice.customer;

import java.util.List;

import fr.syaga.facturation.edge.Versioned;

/** A customer as callers see it. */
record CustomerView(
        String code,
        String name,
        List<String> aliases,
        String siren,
        String siret,
        String vatNumber,
        VatRegime vatRegime,
        PaymentTerms paymentTerms,
        List<Address> addresses,
        List<String> emails,
        String electronicAddress,
        String purchaseOrder,
        OxygeneCodes oxygene,
        int version)
        implements Versioned {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.code(),
                customer.name(),
                customer.aliases().stream().sorted().toList(),
                customer.siren(),
                customer.siret(),
                customer.vatNumber(),
                customer.vatRegime(),
                customer.paymentTerms(),
                customer.addresses(),
                customer.emails(),
                customer.electronicAddress(),
                customer.purchaseOrder(),
                customer.oxygene() == null ? new OxygeneCodes(null, null) : customer.oxygene(),
                customer.version());
    }
}
