package fr.syaga.facturation.invoice.customer;

import java.util.List;

/** A customer as callers see it. */
record CustomerView(
        String code,
        String name,
        List<String> aliases,
        String siren,
        String vatNumber,
        VatRegime vatRegime,
        PaymentTerms paymentTerms,
        List<Address> addresses,
        List<String> emails,
        String electronicAddress,
        OxygeneCodes oxygene,
        int version) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.code(),
                customer.name(),
                customer.aliases().stream().sorted().toList(),
                customer.siren(),
                customer.vatNumber(),
                customer.vatRegime(),
                customer.paymentTerms(),
                customer.addresses(),
                customer.emails(),
                customer.electronicAddress(),
                customer.oxygene() == null ? new OxygeneCodes(null, null) : customer.oxygene(),
                customer.version());
    }
}
