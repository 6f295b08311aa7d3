package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractTerms;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/**
 * A contract as the user's own file writes it, in its words.
 *
 * @param frequence mensuel, bimestriel, trimestriel, semestriel or annuel
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConfiguredContract(
        @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
        BigDecimal forfait,

        @NotBlank String frequence,
        @Min(1) @Max(31) int jour,
        @NotBlank @Size(max = 300) String description) {

    static ConfiguredContract of(Contract contract, LocalDate today) {
        return new ConfiguredContract(
                contract.nextPrice(today),
                contract.schedule().periodicity().french(),
                contract.schedule().dayOfMonth(),
                contract.label());
    }

    /** A contract that only the file names is due in January and every periodicity from it, beginning with the next due date. */
    static Contract begin(ConfigEntry entry, LocalDate today) {
        Schedule schedule = new Schedule(entry.periodicity(), YearMonth.of(today.getYear(), 1), entry.dayOfMonth());
        return Contract.configured(
                ContractTerms.of(
                        entry.customerCode(),
                        entry.customerName(),
                        entry.description(),
                        entry.amount(),
                        schedule,
                        schedule.firstOnOrAfter(today)),
                today);
    }

    Periodicity periodicity() {
        return Arrays.stream(Periodicity.values())
                .filter(each -> each.french().equalsIgnoreCase(frequence.strip()))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid(
                        "frequence",
                        "'%s' is none of mensuel, bimestriel, trimestriel, semestriel, annuel".formatted(frequence)));
    }
}
