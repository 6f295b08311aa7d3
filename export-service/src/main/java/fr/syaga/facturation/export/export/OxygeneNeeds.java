package fr.syaga.facturation.export.export;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.OxygeneProfile;
import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.oxygene.OxygeneTable;
import fr.syaga.facturation.export.oxygene.OxygeneTables;

/** The codes that documents quote and that Oxygène must have, for it creates none. */
final class OxygeneNeeds {

    private final OxygeneProfile profile;
    private final Set<String> ratesWithoutCode = new TreeSet<>();
    private final Map<OxygeneTable, Set<String>> codes = new EnumMap<>(OxygeneTable.class);

    OxygeneNeeds(OxygeneProfile profile) {
        this.profile = profile;
    }

    /** @param customer null when invoice-service does not know the customer's codes */
    void add(Invoice invoice, Customer customer) {
        need(OxygeneTable.CUSTOMERS, invoice.customerCode());
        String payment = customer == null || customer.paymentCode() == null
                ? profile.paymentCode().orElse(null)
                : customer.paymentCode();
        if (payment != null) {
            need(OxygeneTable.PAYMENTS, payment);
        }
        for (InvoiceLine line : invoice.lines()) {
            need(OxygeneTable.ARTICLES, article(line, invoice, customer));
            profile.vatCode(line.vatRate())
                    .ifPresentOrElse(
                            code -> need(OxygeneTable.VAT, code),
                            () -> ratesWithoutCode.add("%s %% (customer %s)"
                                    .formatted(
                                            line.vatRate().stripTrailingZeros().toPlainString(),
                                            invoice.customerCode())));
        }
    }

    private String article(InvoiceLine line, Invoice invoice, Customer customer) {
        if (line.articleCode() != null) {
            return line.articleCode();
        }
        return customer != null && customer.articleCode() != null
                ? customer.articleCode()
                : profile.article(invoice.origin());
    }

    private void need(OxygeneTable table, String code) {
        codes.computeIfAbsent(table, any -> new TreeSet<>()).add(code);
    }

    /** @throws Rejection 409 listing what is missing, before anything is written */
    void require(OxygeneTables tables) {
        List<String> missing = new ArrayList<>();
        if (!ratesWithoutCode.isEmpty()) {
            missing.add("VAT rates without a code in facturation.oxygene.vat-codes: "
                    + String.join(", ", ratesWithoutCode));
        }
        codes.forEach((table, needed) -> tables.codes(table).ifPresent(known -> {
            Set<String> unknown = new TreeSet<>(needed);
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                missing.add(
                        "not in Oxygène's %s (%s): %s".formatted(table, table.french(), String.join(", ", unknown)));
            }
        }));
        if (!missing.isEmpty()) {
            throw Rejection.conflict(
                    "oxygene-code-missing",
                    "Nothing was written; Oxygène creates none of these: %s. Create them there and import its table anew, or"
                                    .formatted(String.join("; ", missing))
                            + " correct the setting.");
        }
    }
}
