package fr.syaga.facturation.export.selection;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygene.OxygeneTable;
import fr.syaga.facturation.export.oxygene.OxygeneTables;
import fr.syaga.facturation.export.selection.SkippedInvoice.Reason;

/**
 * What Oxygène must have before it takes a document, for it creates none of it; a document that lacks something stays behind and the
 * others leave.
 */
final class RequiredCodes {

    /** As our schema of the import has it. */
    private static final String PAYMENT_CODE = "[!-~]+";

    private final OxygeneProfile profile;
    private final Map<OxygeneTable, Set<String>> tables = new EnumMap<>(OxygeneTable.class);

    RequiredCodes(OxygeneProfile profile, OxygeneTables imported) {
        this.profile = profile;
        for (OxygeneTable table : OxygeneTable.values()) {
            imported.codes(table).ifPresent(codes -> tables.put(table, codes));
        }
    }

    /**
     * Why this document stays behind, with a sentence on each of its lacks; empty when it may leave.
     *
     * @param customer null when invoice-service does not know the customer's codes
     */
    Optional<SkippedInvoice> lacking(Invoice invoice, Customer customer) {
        Map<String, Reason> lacks = new LinkedHashMap<>();
        customer(invoice, lacks);
        profile.payment(customer).ifPresent(code -> payment(code, lacks));
        if (invoice.lines().isEmpty()) {
            lacks.put("It has no lines.", Reason.WITHOUT_LINES);
        }
        for (InvoiceLine line : invoice.lines()) {
            vat(line.vatRate(), invoice, lacks);
            String article =
                    line.articleCode() != null ? line.articleCode() : profile.article(invoice.origin(), customer);
            known(OxygeneTable.ARTICLES, article, Reason.UNKNOWN_ARTICLE, lacks);
        }
        if (profile.turnsNegative(invoice)) {
            lacks.put(
                    "One of its lines goes against the others and would have a negative quantity, which Oxygène refuses on a"
                            + " credit note; credit with lines of one direction, or choose creditNoteSign NEGATIVE in the profile.",
                    Reason.NEGATIVE_LINE);
        }
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SkippedInvoice.of(invoice, lacks.values().iterator().next(), String.join(" ", lacks.keySet())));
    }

    private void customer(Invoice invoice, Map<String, Reason> lacks) {
        if (invoice.customerCode() == null || invoice.customerCode().isBlank()) {
            lacks.put("It names no customer code.", Reason.CUSTOMER_CODE_MISSING);
        } else {
            known(OxygeneTable.CUSTOMERS, invoice.customerCode(), Reason.UNKNOWN_CUSTOMER, lacks);
        }
    }

    private void payment(String code, Map<String, Reason> lacks) {
        if (code.matches(PAYMENT_CODE)) {
            known(OxygeneTable.PAYMENTS, code, Reason.UNKNOWN_PAYMENT_CODE, lacks);
        } else {
            lacks.put(
                    "'%s' cannot be a payment code of Oxygène; correct the customer's or the profile's."
                            .formatted(code),
                    Reason.UNKNOWN_PAYMENT_CODE);
        }
    }

    private void vat(BigDecimal rate, Invoice invoice, Map<String, Reason> lacks) {
        String percent = rate.stripTrailingZeros().toPlainString();
        profile.vatCode(rate)
                .ifPresentOrElse(
                        code -> known(OxygeneTable.VAT, code, Reason.UNKNOWN_VAT_CODE, lacks),
                        () -> lacks.put(
                                "The VAT rate %s %% (customer %s) has no code of Oxygène: PUT /api/v1/oxygene/profile {\"vatCodes\":{\"%s\":\"…\"}}."
                                        .formatted(percent, invoice.customerCode(), percent),
                                Reason.VAT_RATE_WITHOUT_CODE));
    }

    private void known(OxygeneTable table, String code, Reason reason, Map<String, Reason> lacks) {
        Set<String> codes = tables.get(table);
        if (codes != null && !codes.contains(code)) {
            lacks.put(
                    "Not in Oxygène's %s (%s): %s. Create it there and import the table anew, or correct the code."
                            .formatted(table, table.french(), code),
                    reason);
        }
    }
}
