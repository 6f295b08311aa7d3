package fr.syaga.facturation.invoice.customer;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.edge.WrittenBack;
import fr.syaga.facturation.invoice.vat.VatRegime;

/**
 * What a caller says of a customer; a field that is absent is emptied, terms fall back to their default.
 *
 * @param vatRegime a person's decision; when absent the customer's documents say it
 * @param electronicAddress where an e-invoicing platform finds the customer, such as its SIREN or SIREN_SUFFIX
 * @param purchaseOrder the order number that its invoices quote when a draft names none (C. com. L. 441-9)
 * @param emails one address each, checked by its RFC
 * @param kind a company when absent; whoever else never has a SIREN
 */
@WrittenBack(CustomerView.class)
record CustomerDetails(
        @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        List<@NotBlank @Size(max = 200) String> aliases,
        @Size(max = 40) String siren,
        @Size(max = 40) String siret,
        @Size(max = 40) String vatNumber,
        VatRegime vatRegime,
        PaymentTerms paymentTerms,
        List<@NotNull @Valid Address> addresses,
        List<@NotBlank @Size(max = 254) String> emails,
        @Size(max = 100) String electronicAddress,
        @Size(max = 100) String purchaseOrder,
        @Valid OxygeneCodes oxygene,
        CustomerKind kind) {}
