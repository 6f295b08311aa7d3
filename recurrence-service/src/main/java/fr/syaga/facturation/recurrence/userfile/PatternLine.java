package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.Periodicity;

/**
 * One line of either pattern file as the user brings it: what recurs, at which amount, and perhaps what was decided. Whatever else
 * stands in the line was computed of the invoices, and is computed again here.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PatternLine(
        @JsonProperty("type_recurrence") @Size(max = 40) String typeRecurrence,
        @JsonProperty("montant_recurrent") BigDecimal montantRecurrent,
        @JsonProperty("forfait_mensuel") BigDecimal forfaitMensuel,
        @JsonProperty("forfait_bimestriel") BigDecimal forfaitBimestriel,
        @JsonProperty("forfait_trimestriel") BigDecimal forfaitTrimestriel,
        @JsonProperty("forfait_semestriel") BigDecimal forfaitSemestriel,
        @JsonProperty("forfait_annuel") BigDecimal forfaitAnnuel,
        @Size(max = 20) String decision) {

    /** What the line says to a pattern: without a word it is a yes. */
    enum Says {
        ACCEPTED,
        REJECTED,
        OPEN
    }

    Says says() {
        if (decision == null || decision.isBlank()) {
            return Says.ACCEPTED;
        }
        return Arrays.stream(Says.values())
                .filter(each -> each.name().equalsIgnoreCase(decision.strip()))
                .findFirst()
                .orElseThrow(() ->
                        Rejection.invalid("decision", "'%s' is none of ACCEPTED, REJECTED, OPEN".formatted(decision)));
    }

    private Map<Periodicity, BigDecimal> amounts() {
        return Stream.of(
                        Optional.ofNullable(forfaitMensuel).map(each -> Map.entry(Periodicity.MONTHLY, each)),
                        Optional.ofNullable(forfaitBimestriel).map(each -> Map.entry(Periodicity.BIMONTHLY, each)),
                        Optional.ofNullable(forfaitTrimestriel).map(each -> Map.entry(Periodicity.QUARTERLY, each)),
                        Optional.ofNullable(forfaitSemestriel).map(each -> Map.entry(Periodicity.SEMIANNUAL, each)),
                        Optional.ofNullable(forfaitAnnuel).map(each -> Map.entry(Periodicity.ANNUAL, each)))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How often; empty when the line does not say it, or in no word we know. */
    Optional<Periodicity> periodicity() {
        if (typeRecurrence == null || typeRecurrence.isBlank()) {
            return amounts().size() == 1
                    ? Optional.of(amounts().keySet().iterator().next())
                    : Optional.empty();
        }
        String type = typeRecurrence.strip();
        return Arrays.stream(Periodicity.values())
                .filter(each -> each.frenchRecurrence().equalsIgnoreCase(type)
                        || each.french().equalsIgnoreCase(type))
                .findFirst();
    }

    /** The price it expects, to the cent; empty when it names none. */
    Optional<BigDecimal> amount() {
        return Optional.ofNullable(montantRecurrent)
                .or(() -> periodicity().map(amounts()::get))
                .map(each -> each.setScale(2, RoundingMode.HALF_UP));
    }
}
