package fr.syaga.facturation.export.oxygene;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import fr.syaga.facturation.edge.ClearableText;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.WrittenBack;

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
@WrittenBack(OxygeneProfileView.class)
public record OxygeneProfileChange(
        @JsonDeserialize(contentUsing = ClearableText.class) Map<String, String> vatCodes,
        @JsonDeserialize(using = ClearableText.class) String articleCode,
        @JsonDeserialize(using = ClearableText.class) String paymentCode,
        Types types,
        @JsonDeserialize(using = ClearableText.class) String valid,
        @JsonDeserialize(using = ClearableText.class) String arrete,
        Boolean adresse,
        @JsonDeserialize(using = ClearableText.class) String creditNoteSign) {

    static final OxygeneProfileChange NONE = new OxygeneProfileChange(null, null, null, null, null, null, null, null);

    /** The letters of TYPE. */
    public record Types(
            @JsonDeserialize(using = ClearableText.class) String invoice,
            @JsonDeserialize(using = ClearableText.class) String creditNote,
            @JsonDeserialize(using = ClearableText.class) String quote) {}

    /**
     * The choices by name, checked; an empty one is taken back.
     *
     * @throws Rejection 400 naming the field that Oxygène cannot take
     */
    Map<String, String> choices() {
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
}
