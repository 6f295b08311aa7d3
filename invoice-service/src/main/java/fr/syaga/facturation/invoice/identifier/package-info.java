/**
 * Numbers and names that identify a company: SIREN, SIRET, VAT number, IBAN, mail address. A text as a person wrote it comes in, the
 * checked form or a refusal of its field goes out. Start reading at {@code CompanyNumber}.
 */
package fr.syaga.facturation.invoice.identifier;
