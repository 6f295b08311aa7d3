package fr.syaga.facturation.invoice.customer;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a caller says of a customer; a field that is absent is emptied, terms and regime fall back to their defaults. */
record CustomerDetails(
        @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        List<@NotBlank @Size(max = 200) String> aliases,
        String siren,
        String vatNumber,
        VatRegime vatRegime,
        PaymentTerms paymentTerms,
        List<@Valid Address> addresses,
        List<@Email String> emails,
        @Size(max = 100) String electronicAddress,
        OxygeneCodes oxygene) {}
