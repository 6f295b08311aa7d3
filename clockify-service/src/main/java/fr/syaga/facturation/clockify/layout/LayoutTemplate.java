package fr.syaga.facturation.clockify.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the user's own file describes a customer's invoice.
 *
 * @param standard the first line of the designation
 * @param details the lines under it
 * @param hourlyPrice euros an hour; the price list's when it is not said
 * @param monthlyNet what a contract's month costs; it is the contract's, and no time is billed by it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LayoutTemplate(
        @Size(max = 400) String standard,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Size(max = 30)
        List<@Size(max = 400) String> details,

        @JsonProperty("prix_horaire") @DecimalMin("0") @Digits(integer = 6, fraction = 2)
        BigDecimal hourlyPrice,

        @JsonProperty("forfait_mensuel") @DecimalMin("0") @Digits(integer = 12, fraction = 2)
        BigDecimal monthlyNet) {

    private static final String MONTH = "{month}";
    private static final int TITLE = 100;

    /** All hours on the shared draft, under these words; the month stands in them, be it on a line of its own. */
    BillingLayout layout() {
        List<String> lines = new ArrayList<>();
        add(lines, standard);
        if (details != null) {
            details.forEach(detail -> add(lines, detail));
        }
        String title = lines.isEmpty() ? null : lines.get(0);
        String text = String.join("\n", lines);
        String dated = lines.isEmpty() || text.contains(MONTH) ? text : text + "\n" + MONTH;
        LayoutGroup rest = new LayoutGroup(
                title == null || title.length() <= TITLE ? title : title.substring(0, TITLE),
                null,
                null,
                BilledUnit.HOUR,
                hourlyPrice,
                null,
                null,
                false,
                dated);
        return new BillingLayout(List.of(), rest);
    }

    private static void add(List<String> lines, String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line.strip().replace("{mois} {année}", MONTH).replace("{mois}", MONTH));
        }
    }

    /** Nothing of it says how hours are billed. */
    boolean saysNothing() {
        return layout().rest().designation() == null && hourlyPrice == null;
    }
}
