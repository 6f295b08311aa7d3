package fr.syaga.facturation.export.einvoice;

import java.util.List;

import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.LegalOrganisation;
import org.mustangproject.SchemedID;
import org.mustangproject.TradeParty;

import fr.syaga.facturation.export.invoicing.LegalFacts;

/** Seller and buyer in the words of EN 16931; an element that would be empty is left out (FX-SCH-A-000372). */
final class ElectronicParty {

    private static final String SIREN = "0002";
    private static final String SIRET = "0009";
    /** Addresses of the French directory: a SIREN, or a SIREN with a suffix. */
    private static final String DIRECTORY = "0225";

    private ElectronicParty() {}

    /** @param paysBack true on a credit note, which names no account to pay to */
    static TradeParty seller(LegalFacts.Seller seller, boolean paysBack) {
        TradeParty party = new TradeParty().setName(seller.name());
        address(party, seller.address());
        identity(party, seller.siren(), seller.siret(), seller.vatNumber());
        party.addUriUniversalCommunicationID(directory(seller.electronicAddress(), seller.siren()));
        if (seller.phone() != null && seller.email() != null) {
            party.setContact(new Contact(seller.name(), seller.phone(), seller.email()));
        }
        if (seller.iban() != null && !paysBack) {
            party.addBankDetails(
                    seller.bic() == null
                            ? new BankDetails(seller.iban())
                            : new BankDetails(seller.iban(), seller.bic()));
        }
        return party;
    }

    static TradeParty buyer(LegalFacts.Buyer buyer, List<String> emails) {
        TradeParty party = new TradeParty().setName(buyer.name());
        address(party, buyer.address("BILLING").orElse(null));
        identity(party, buyer.siren(), buyer.siret(), buyer.vatNumber());
        if (buyer.siren() != null) {
            party.addUriUniversalCommunicationID(directory(buyer.electronicAddress(), buyer.siren()));
        } else if (buyer.electronicAddress() != null
                && !buyer.electronicAddress().contains("@")) {
            party.addUriUniversalCommunicationID(new SchemedID(DIRECTORY, buyer.electronicAddress()));
        } else if (buyer.electronicAddress() != null) {
            party.setEmail(buyer.electronicAddress());
        } else if (!emails.isEmpty()) {
            party.setEmail(emails.get(0));
        }
        return party;
    }

    private static void identity(TradeParty party, String siren, String siret, String vatNumber) {
        if (siren != null) {
            party.setLegalOrganisation(new LegalOrganisation(siren, SIREN));
        }
        if (siret != null) {
            party.addGlobalID(new SchemedID(SIRET, siret));
        }
        if (vatNumber != null) {
            party.addVATID(vatNumber);
        }
    }

    /** The directory knows addresses that begin with the SIREN (BR-FR-21); any other one is not of its making. */
    private static SchemedID directory(String address, String siren) {
        String plain = address == null ? siren : address.replaceFirst("^0225:", "");
        return new SchemedID(DIRECTORY, plain.startsWith(siren) ? plain : siren);
    }

    private static void address(TradeParty party, LegalFacts.Address address) {
        if (address == null) {
            return;
        }
        party.setCountry(address.country() == null ? "FR" : address.country());
        if (address.line1() != null) {
            party.setStreet(address.line1());
        }
        if (address.line2() != null) {
            party.setAdditionalAddress(address.line2());
        }
        if (address.postalCode() != null) {
            party.setZIP(address.postalCode());
        }
        if (address.city() != null) {
            party.setLocation(address.city());
        }
    }
}
