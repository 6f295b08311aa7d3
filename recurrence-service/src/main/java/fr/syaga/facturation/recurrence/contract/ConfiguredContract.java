package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.util.Arrays;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.Periodicity;

/**
 * A contract as the user's own file writes it, in its words.
 *
 * @param frequence mensuel, bimestriel, trimestriel, semestriel or annuel
 */
record ConfiguredContract(
        @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
        BigDecimal forfait,

        @NotBlank String frequence,
        @Min(1) @Max(31) int jour,
        @NotBlank String description) {

    Periodicity periodicity() {
        return Arrays.stream(Periodicity.values())
                .filter(each -> each.french().equalsIgnoreCase(frequence.strip()))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid(
                        "frequence",
                        "'%s' is none of mensuel, bimestriel, trimestriel, semestriel, annuel".formatted(frequence)));
    }
}
