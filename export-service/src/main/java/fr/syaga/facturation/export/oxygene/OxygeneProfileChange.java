package fr.syaga.facturation.export.oxygene;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.OxygeneProfile;

/**
 * What an admin chooses for Oxygène. What is not named stays as it is; an empty text goes back to the setting.
 *
 * @param vatCodes the VAT type's code by rate in percent, such as {@code {"5.5": "RED"}}
 * @param articleCode the article of lines that name none, whatever made them
 * @param paymentCode how customers pay that have no code of their own
 * @param valid 0 or 1
 * @param arrete a letter; empty leaves it out
 * @param adresse whether the customer's address goes along
 * @param creditNoteSign POSITIVE or NEGATIVE
 */
public record OxygeneProfileChange(
        Map<String, String> vatCodes,
        String articleCode,
        String paymentCode,
        Types types,
        String valid,
        String arrete,
        Boolean adresse,
        String creditNoteSign,

        @JsonAnySetter @Schema(hidden = true) Map<String, Object> unknown) {

    static final OxygeneProfileChange NONE =
            new OxygeneProfileChange(null, null, null, null, null, null, null, null, null);

    /** The letters of TYPE. */
    public record Types(
            String invoice,
            String creditNote,
            String quote,

            @JsonAnySetter @Schema(hidden = true) Map<String, Object> unknown) {}

    /**
     * The choices by name, checked; an empty one is taken back.
     *
     * @throws Rejection 400 naming the field that Oxygène cannot take
     */
    Map<String, String> choices() {
        refuse("", unknown);
        Map<String, String> choices = new TreeMap<>();
        if (vatCodes != null) {
            vatCodes.forEach((rate, code) -> {
                String name = OxygeneProfile.VAT_CODES + ProfileValue.rate("vatCodes", rate);
                choices.put(name, code == null ? "" : ProfileValue.code(name, code));
            });
        }
        put(choices, "articleCode", articleCode, ProfileValue::code);
        put(choices, "paymentCode", paymentCode, ProfileValue::word);
        if (types != null) {
            refuse("types.", types.unknown());
            put(choices, "types.invoice", types.invoice(), ProfileValue::letter);
            put(choices, "types.creditNote", types.creditNote(), ProfileValue::letter);
            put(choices, "types.quote", types.quote(), ProfileValue::letter);
        }
        put(choices, "valid", valid, ProfileValue::flag);
        put(choices, "arrete", arrete, ProfileValue::letter);
        put(choices, "creditNoteSign", creditNoteSign, ProfileValue::sign);
        if (adresse != null) {
            choices.put("adresse", adresse.toString());
        }
        return choices;
    }

    /** Turns what was written into what is kept, or refuses it by its name. */
    private interface Reading {
        String of(String name, String text);
    }

    private static void put(Map<String, String> choices, String name, String text, Reading reading) {
        if (text != null) {
            choices.put(name, text.isBlank() ? "" : reading.of(name, text.strip()));
        }
    }

    /** A misspelt name would choose nothing, and nobody would see it. */
    private static void refuse(String where, Map<String, Object> unknown) {
        if (unknown != null && !unknown.isEmpty()) {
            throw Rejection.invalid(where + unknown.keySet().iterator().next(), "is no field here");
        }
    }
}
