package fr.syaga.facturation.export.oxygene;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * How Oxygène is told about sales documents: the settings, and over them what an admin chose at run time. A file keeps the profile
 * that it was ordered with.
 *
 * @param vatCodes the VAT type's code in Oxygène by rate in percent
 * @param articleCode the article of a line that names none, of customers that have none; null for those by origin
 * @param paymentCode the payment method of customers that have none, null for the client record's own
 * @param arrete how the due date is closed; null leaves it out, and N days are N days net
 * @param adresse whether the customer's address goes along
 */
public record OxygeneProfile(
        Map<String, String> vatCodes,
        String articleCode,
        String paymentCode,
        Types types,
        String valid,
        String arrete,
        boolean adresse,
        OxygeneSettings.Sign creditNoteSign,
        Articles articles,
        int textLength,
        OxygeneSettings.DecimalSign decimalSign) {

    /** What stands before a rate in the name of a choice. */
    public static final String VAT_CODES = "vatCodes.";

    /** The letters of TYPE. */
    public record Types(String invoice, String creditNote, String quote) {}

    /** The article of a line by what made its document. */
    public record Articles(String time, String recurrence, String other) {}

    public OxygeneProfile {
        vatCodes = new TreeMap<>(vatCodes);
    }

    /** The settings alone. */
    public static OxygeneProfile of(OxygeneSettings settings) {
        return new OxygeneProfile(
                settings.vatCodes(),
                null,
                settings.paymentCode().orElse(null),
                new Types(
                        settings.types().invoice(),
                        settings.types().creditNote(),
                        settings.types().quote()),
                settings.valid(),
                settings.arrete().orElse(null),
                settings.adresse(),
                settings.creditNoteSign(),
                new Articles(
                        settings.articles().time(),
                        settings.articles().recurrence(),
                        settings.articles().other()),
                settings.textLength(),
                settings.decimalSign());
    }

    /** The same with what was chosen at run time, by name ({@code types.quote}, {@code vatCodes.5.5}). */
    public OxygeneProfile with(Map<String, String> chosen) {
        Map<String, String> codes = new TreeMap<>(vatCodes);
        chosen.forEach((name, value) -> {
            if (name.startsWith(VAT_CODES)) {
                codes.put(name.substring(VAT_CODES.length()), value);
            }
        });
        String sign = chosen.get("creditNoteSign");
        String address = chosen.get("adresse");
        return new OxygeneProfile(
                codes,
                chosen.getOrDefault("articleCode", articleCode),
                chosen.getOrDefault("paymentCode", paymentCode),
                new Types(
                        chosen.getOrDefault("types.invoice", types.invoice()),
                        chosen.getOrDefault("types.creditNote", types.creditNote()),
                        chosen.getOrDefault("types.quote", types.quote())),
                chosen.getOrDefault("valid", valid),
                chosen.getOrDefault("arrete", arrete),
                address == null ? adresse : Boolean.parseBoolean(address),
                sign == null ? creditNoteSign : OxygeneSettings.Sign.valueOf(sign),
                articles,
                textLength,
                decimalSign);
    }

    public Optional<String> vatCode(BigDecimal rate) {
        return Optional.ofNullable(vatCodes.get(rate.stripTrailingZeros().toPlainString()));
    }

    public String type(Invoice.Kind kind) {
        return switch (kind) {
            case INVOICE -> types.invoice();
            case CREDIT_NOTE -> types.creditNote();
            case QUOTE -> types.quote();
        };
    }

    public boolean creditNotesArePositive() {
        return creditNoteSign == OxygeneSettings.Sign.POSITIVE;
    }

    /**
     * True when a line of this document would leave with a quantity below zero on a credit note, which Oxygène's import counts
     * among its errors.
     */
    public boolean turnsNegative(Invoice invoice) {
        return invoice.isCreditNote()
                && creditNotesArePositive()
                && invoice.lines().stream().anyMatch(invoice::goesAgainst);
    }

    /** The article of a line that names none. */
    public String article(Invoice.Origin origin, Customer customer) {
        return article(origin, customer == null ? null : customer.articleCode());
    }

    public String article(Invoice.Origin origin, String customersOwn) {
        if (customersOwn != null) {
            return customersOwn;
        }
        if (articleCode != null) {
            return articleCode;
        }
        return switch (origin) {
            case TIME -> articles.time();
            case RECURRENCE -> articles.recurrence();
            default -> articles.other();
        };
    }

    /** How this customer pays, when Oxygène is told. */
    public Optional<String> payment(Customer customer) {
        return Optional.ofNullable(
                customer == null || customer.paymentCode() == null ? paymentCode : customer.paymentCode());
    }
}
