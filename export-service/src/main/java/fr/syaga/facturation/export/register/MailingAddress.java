package fr.syaga.facturation.export.register;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.export.oxygene.OxygeneAddress;

/** The address that went along with a document, as it was then. */
@Embeddable
record MailingAddress(
        String name, String line1, String line2, String postalCode, String city, String country, String email) {

    static MailingAddress of(OxygeneAddress address) {
        return address == null
                ? null
                : new MailingAddress(
                        address.name(),
                        address.line1(),
                        address.line2(),
                        address.postalCode(),
                        address.city(),
                        address.country(),
                        address.email());
    }

    OxygeneAddress forOxygene() {
        return new OxygeneAddress(name, line1, line2, postalCode, city, country, email);
    }
}
