package fr.syaga.facturation.clockify.csv;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import fr.syaga.facturation.edge.PlainText;

/** The columns that an export may have, by the headings they go by; the currency stands in brackets behind some. */
enum CsvColumn {
    PROJECT("project", "projet"),
    CLIENT("client"),
    DESCRIPTION("description"),
    TASK("task", "activity", "department", "tâche"),
    USER("user", "utilisateur"),
    EMAIL("email", "e-mail"),
    TAGS("tags", "étiquettes"),
    TYPE("type"),
    INVOICED("invoiced", "facturé"),
    INVOICE_ID("invoice id", "id facture"),
    APPROVAL("approval", "approval status", "approbation"),
    BILLABLE("billable", "facturable"),
    START_DATE("start date", "date de début"),
    START_TIME("start time", "heure de début"),
    END_DATE("end date", "date de fin"),
    END_TIME("end time", "heure de fin"),
    DURATION("duration (h)", "duration", "durée (h)", "durée"),
    DURATION_DECIMAL("duration (decimal)", "durée (décimale)"),
    AMOUNT("billable amount", "montant facturable");

    private static final Set<CsvColumn> FREE_TEXT =
            EnumSet.of(PROJECT, CLIENT, DESCRIPTION, TASK, USER, EMAIL, TAGS, INVOICE_ID);

    private final List<String> headings;

    CsvColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** What Clockify calls it. */
    String heading() {
        return headings.get(0);
    }

    /** What people and Clockify's users wrote, as opposed to dates, times, figures and words of Clockify's own. */
    boolean isFreeText() {
        return FREE_TEXT.contains(this);
    }

    static Optional<CsvColumn> of(String heading) {
        String name =
                PlainText.withPlainSpaces(PlainText.clean(heading)).strip().toLowerCase(Locale.ROOT);
        String withoutCurrency = name.replaceAll("\\s*\\([a-z€$£ ]{1,12}\\)$", "");
        return Arrays.stream(values())
                .filter(column ->
                        column.headings.contains(name) || column == AMOUNT && column.headings.contains(withoutCurrency))
                .findFirst();
    }
}
