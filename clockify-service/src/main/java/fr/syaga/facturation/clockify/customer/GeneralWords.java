package fr.syaga.facturation.clockify.customer;

import java.util.Collection;
import java.util.Set;

/** Words that tell no customer from another: legal forms, the trade's own words, and the little words of the language. */
final class GeneralWords {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "SA",
            "SAS",
            "SASU",
            "SARL",
            "EURL",
            "SCI",
            "SNC",
            "SCP",
            "SCM",
            "SCOP",
            "SEL",
            "SELAS",
            "SELARL",
            "SELAFA",
            "EI",
            "EIRL",
            "EARL",
            "GAEC",
            "GIE",
            "ASSOCIATION",
            "ASSO",
            "GMBH",
            "LTD",
            "LLC",
            "INC",
            "SRL",
            "BV",
            "NV",
            "SPA");

    private static final Set<String> TRADE = Set.of(
            "INFORMATIQUE",
            "INFORMATIQUES",
            "CONSULTING",
            "CONSEIL",
            "CONSEILS",
            "GROUPE",
            "GROUP",
            "GROUPEMENT",
            "HOLDING",
            "SERVICE",
            "SERVICES",
            "SOCIETE",
            "SOCIETES",
            "STE",
            "COMPAGNIE",
            "CIE",
            "ENTREPRISE",
            "ENTREPRISES",
            "ETABLISSEMENT",
            "ETABLISSEMENTS",
            "ETS",
            "FRANCE",
            "INTERNATIONAL",
            "INDUSTRIE",
            "INDUSTRIES",
            "SOLUTION",
            "SOLUTIONS",
            "SYSTEME",
            "SYSTEMES",
            "TECHNOLOGIE",
            "TECHNOLOGIES",
            "NUMERIQUE",
            "DIGITAL",
            "LOGICIEL",
            "LOGICIELS",
            "DEVELOPPEMENT",
            "DEVELOPPEMENTS",
            "INGENIERIE",
            "GESTION",
            "PRESTATION",
            "PRESTATIONS",
            "INTERVENTION",
            "INTERVENTIONS",
            "PROJET",
            "PROJETS",
            "CLIENT",
            "CLIENTS",
            "SUPPORT",
            "ASSISTANCE",
            "MAINTENANCE",
            "FORFAIT",
            "FORFAITS",
            "FORFAITAIRE",
            "FORFAITAIRES",
            "HORS",
            "EXTRA",
            "DIVERS",
            "TEST",
            "TESTS");

    private static final Set<String> LITTLE = Set.of(
            "A", "AU", "AUX", "AVEC", "CHEZ", "D", "DANS", "DE", "DES", "DU", "EN", "ET", "L", "LA", "LE", "LES", "OU",
            "PAR", "POUR", "SANS", "SUR", "UN", "UNE", "AND", "OF", "THE", "FOR");

    private GeneralWords() {}

    /** @param word as {@link ClientName#fold} leaves it */
    static boolean isGeneral(String word) {
        return LEGAL_FORMS.contains(word) || TRADE.contains(word) || LITTLE.contains(word);
    }

    static boolean areAll(Collection<String> words) {
        return words.stream().allMatch(GeneralWords::isGeneral);
    }

    /** A little word has no letter among a name's initials: LDZ is LAC DE ZINGAL as often as LZ is. */
    static boolean isLittle(String word) {
        return LITTLE.contains(word);
    }

    static boolean isLegalForm(String word) {
        return LEGAL_FORMS.contains(word);
    }
}
