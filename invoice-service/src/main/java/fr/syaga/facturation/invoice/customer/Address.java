package fr.syaga.facturation.invoice.customer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.edge.PlainText;

/** Where a customer is invoiced or served; the country is an ISO 3166 code. */
@Embeddable
public record Address(
        @NotNull @Enumerated(EnumType.STRING) Kind kind,

        @Size(max = 200) String line1,
        @Size(max = 200) String line2,
        @Size(max = 20) String postalCode,
        @Size(max = 100) String city,

        @Pattern(regexp = "[A-Z]{2}") String country) {

    /** Also for what was stored or frozen when blank parts were still taken: they are absent. */
    public Address {
        line1 = PlainText.orNull(line1);
        line2 = PlainText.orNull(line2);
        postalCode = PlainText.orNull(postalCode);
        city = PlainText.orNull(city);
        country = PlainText.orNull(country);
    }

    /** Whether it says where: a line and a town. */
    public boolean saysWhere() {
        return (line1 != null || line2 != null) && city != null;
    }

    /** What an address is for. */
    public enum Kind {
        BILLING,
        DELIVERY
    }
}
