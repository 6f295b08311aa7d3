package fr.syaga.facturation.export.oxygene;

import java.time.Instant;
import java.util.Map;

/**
 * The profile that holds now: settings, and over them what was chosen.
 *
 * @param articleCode null: a line that names no article has the customer's, or one of {@code articles}
 * @param paymentCode null: the client's record in Oxygène decides
 * @param arrete null: left out, N days are N days net
 * @param changedAt when something was chosen last, null when all stands in the settings
 */
public record OxygeneProfileView(
        Map<String, String> vatCodes,
        String articleCode,
        String paymentCode,
        OxygeneProfile.Types types,
        String valid,
        String arrete,
        boolean adresse,
        OxygeneSettings.Sign creditNoteSign,
        OxygeneProfile.Articles articles,
        Instant changedAt,
        String changedBy) {

    static OxygeneProfileView of(OxygeneProfile profile, OxygeneProfiles.LastChange change) {
        return new OxygeneProfileView(
                profile.vatCodes(),
                profile.articleCode(),
                profile.paymentCode(),
                profile.types(),
                profile.valid(),
                profile.arrete(),
                profile.adresse(),
                profile.creditNoteSign(),
                profile.articles(),
                change == null ? null : change.at(),
                change == null ? null : change.by());
    }
}
