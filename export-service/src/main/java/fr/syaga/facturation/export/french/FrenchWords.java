package fr.syaga.facturation.export.french;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import fr.syaga.facturation.export.invoicing.Invoice;

/** The words that the user's sheets have always had: {@code FIN_MOIS_JUILLET}, {@code RÉCURRENT_AOÛT}, {@code À_GÉNÉRER}. */
public final class FrenchWords {

    /** Stands for a number that Oxygène has not given yet. */
    static final String TO_BE_NUMBERED = "À_GÉNÉRER";

    private static final Map<Month, String> MONTHS = Arrays.stream(Month.values())
            .collect(Collectors.toMap(
                    month -> month,
                    month -> Normalizer.normalize(
                            month.getDisplayName(TextStyle.FULL, Locale.FRENCH).toUpperCase(Locale.FRENCH),
                            Normalizer.Form.NFC)));

    private FrenchWords() {}

    public static String type(Invoice invoice) {
        String month = month(invoice.issuedOn());
        if (invoice.kind() == Invoice.Kind.CREDIT_NOTE) {
            return "AVOIR_" + month;
        }
        if (invoice.isQuote()) {
            return "DEVIS_" + month;
        }
        return switch (invoice.origin()) {
            case TIME -> "FIN_MOIS_" + month;
            case RECURRENCE -> "RÉCURRENT_" + month;
            case MANUAL, HISTORY -> "FACTURE_" + month;
        };
    }

    public static String origin(Invoice invoice) {
        return switch (invoice.origin()) {
            case TIME -> "TEMPS_CLOCKIFY";
            case RECURRENCE -> "RÉCURRENT";
            case MANUAL -> "MANUEL";
            case HISTORY -> "HISTORIQUE";
        };
    }

    public static String state(Invoice invoice) {
        return switch (invoice.status()) {
            case DRAFT -> "BROUILLON";
            case APPROVED -> "APPROUVÉE";
            case ISSUED -> "ÉMISE";
            case CANCELLED -> "ANNULÉE";
            case SENT -> "ENVOYÉ";
            case ACCEPTED -> "ACCEPTÉ";
            case DECLINED -> "REFUSÉ";
            case EXPIRED -> "EXPIRÉ";
        };
    }

    public static String kind(Invoice invoice) {
        return switch (invoice.kind()) {
            case INVOICE -> "FACTURE";
            case CREDIT_NOTE -> "AVOIR";
            case QUOTE -> "DEVIS";
        };
    }

    public static String number(Invoice invoice) {
        return invoice.number() == null ? TO_BE_NUMBERED : invoice.number();
    }

    public static String description(Invoice invoice) {
        if (invoice.subject() != null) {
            return invoice.subject();
        }
        return invoice.lines().isEmpty() ? "" : invoice.lines().get(0).description();
    }

    private static String month(LocalDate day) {
        return MONTHS.get(day.getMonth());
    }
}
