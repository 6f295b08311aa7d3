package fr.syaga.facturation.invoice.customer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a customer is invoiced or served; the country is an ISO 3166 code. */
@Embeddable
public record Address(
        @NotNull @Enumerated(EnumType.STRING) Kind kind,

        @Size(max = 200) String line1,
        @Size(max = 200) String line2,
        @Size(max = 20) String postalCode,
        @Size(max = 100) String city,

        @Pattern(regexp = "[A-Z]{2}") String country) {

    /** What an address is for. */
    public enum Kind {
        BILLING,
        DELIVERY
    }
}
