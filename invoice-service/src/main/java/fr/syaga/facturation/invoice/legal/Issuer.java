package fr.syaga.facturation.invoice.legal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import fr.syaga.facturation.invoice.identifier.BankAccount;
import fr.syaga.facturation.invoice.identifier.CompanyNumber;
import fr.syaga.facturation.invoice.identifier.MailAddress;
import fr.syaga.facturation.invoice.identifier.VatNumber;

/** The company that issues: what its invoices say of it (C. com. R. 123-237, CGI ann. II 242 nonies A). There is one. */
@Entity
class Issuer {

    @Id
    private boolean onlyOne = true;

    private String name;
    private String legalForm;
    private String shareCapital;
    private String siren;
    private String siret;
    private String vatNumber;
    private String tradeRegister;
    private String line1;
    private String line2;
    private String postalCode;
    private String city;
    private String country;
    private String phone;
    private String email;
    private String electronicAddress;
    private String iban;
    private String bic;
    private boolean debitOption;

    @Version
    private int version;

    /** Takes over all that a person said; numbers are checked with their check digits. */
    void describe(IssuerDetails details) {
        name = details.name().strip();
        legalForm = details.legalForm();
        shareCapital = details.shareCapital();
        siren = CompanyNumber.siren(details.siren());
        siret = CompanyNumber.siret(details.siret(), siren);
        vatNumber = VatNumber.of(details.vatNumber(), siren);
        tradeRegister = details.tradeRegister();
        line1 = details.line1();
        line2 = details.line2();
        postalCode = details.postalCode();
        city = details.city();
        country = details.country();
        phone = details.phone();
        email = MailAddress.of("email", details.email());
        electronicAddress = details.electronicAddress();
        iban = BankAccount.iban(details.iban());
        bic = BankAccount.bic(details.bic());
        debitOption = details.debitOption();
    }

    IssuerDetails details() {
        return new IssuerDetails(
                name,
                legalForm,
                shareCapital,
                siren,
                siret,
                vatNumber,
                tradeRegister,
                line1,
                line2,
                postalCode,
                city,
                country,
                phone,
                email,
                electronicAddress,
                iban,
                bic,
                debitOption);
    }

    int version() {
        return version;
    }
}
