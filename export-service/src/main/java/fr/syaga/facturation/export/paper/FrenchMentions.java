package fr.syaga.facturation.export.paper;

import java.util.Map;

/** The mandatory mentions that nobody entered yet, as a French reader calls them. */
final class FrenchMentions {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("seller", "l’émetteur"),
            Map.entry("seller.name", "le nom de l’émetteur"),
            Map.entry("seller.address", "l’adresse de l’émetteur"),
            Map.entry("seller.legalForm", "la forme juridique de l’émetteur"),
            Map.entry("seller.shareCapital", "le capital social de l’émetteur"),
            Map.entry("seller.tradeRegister", "le RCS de l’émetteur"),
            Map.entry("seller.siren", "le SIREN de l’émetteur"),
            Map.entry("seller.vatNumber", "le numéro de TVA de l’émetteur"),
            Map.entry("buyer", "le client"),
            Map.entry("buyer.name", "le nom du client"),
            Map.entry("buyer.address", "l’adresse du client"),
            Map.entry("buyer.siren", "le SIREN du client"),
            Map.entry("buyer.vatNumber", "le numéro de TVA du client"),
            Map.entry("buyer.vatRegime", "le régime de TVA du client"),
            Map.entry("wording.OPERATION_CATEGORY", "la nature de l’opération"),
            Map.entry("wording.LATE_PENALTY", "les pénalités de retard"),
            Map.entry("wording.RECOVERY_FEE", "l’indemnité forfaitaire de recouvrement"),
            Map.entry("wording.EARLY_PAYMENT", "les conditions d’escompte"),
            Map.entry("wording.DEBIT_OPTION", "l’option pour les débits"),
            Map.entry("wording.EU_REVERSE_CHARGE", "la mention d’autoliquidation"),
            Map.entry("wording.OUTSIDE_EU", "la mention des ventes hors de l’Union européenne"),
            Map.entry("wording.EXEMPT", "le motif de l’exonération de TVA"));

    private FrenchMentions() {}

    /** What has no name here is said as a mention by its own. */
    static String of(String missing) {
        return NAMES.getOrDefault(missing, "la mention « %s »".formatted(missing));
    }
}
