package fr.syaga.facturation.clockify.category;

import jakarta.validation.constraints.Size;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.edge.PlainText;

/**
 * A person's choice for one entry.
 *
 * @param category null takes the choice back, so that the rules decide again
 * @param customerCode whom to bill when Clockify does not say; null for the client's own customer
 * @param reason why, in the person's words; may be missing
 */
record CategoryChoice(
        Category category,
        @Size(max = 40) String customerCode,
        @Size(max = 300) String reason) {

    String reasonOrDefault() {
        return PlainText.isBlank(reason) ? "Choix d'une personne." : PlainText.orNull(reason);
    }
}
