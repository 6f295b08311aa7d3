package fr.syaga.facturation.invoice.legal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.edge.WrittenBack;

/**
 * The issuing company as a person describes it and as its documents quote it.
 *
 * @param shareCapital as it is printed, such as {@code 10 000 €}
 * @param tradeRegister as it is printed, such as {@code RCS Lyon}
 * @param debitOption whether VAT is paid on debits (then invoices say so)
 */
@WrittenBack(IssuerResource.IssuerView.class)
record IssuerDetails(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 100) String legalForm,
        @Size(max = 100) String shareCapital,
        @NotBlank @Size(max = 40) String siren,
        @Size(max = 40) String siret,
        @Size(max = 40) String vatNumber,
        @Size(max = 100) String tradeRegister,
        @Size(max = 200) String line1,
        @Size(max = 200) String line2,
        @Size(max = 20) String postalCode,
        @Size(max = 100) String city,

        @Pattern(regexp = "[A-Z]{2}") String country,

        @Size(max = 40) String phone,
        @Size(max = 200) String email,
        @Size(max = 100) String electronicAddress,
        @Size(max = 60) String iban,
        @Size(max = 20) String bic,
        boolean debitOption) {}
