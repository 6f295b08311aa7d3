package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.VatRegime;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

/** What a draft must hold to, beyond the form of each field. */
final class DraftRules {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private DraftRules() {}

    /** Dates in the years of BR-FR-03; not due before issued (BR-FR-CO-07); a period that ends after it began. */
    static void checkDates(LocalDate issuedOn, LocalDate dueOn, InvoiceDraft draft) {
        checkYear("issuedOn", issuedOn);
        checkYear("dueOn", dueOn);
        checkYear("periodFrom", draft.periodFrom());
        checkYear("periodTo", draft.periodTo());
        if (dueOn.isBefore(issuedOn)) {
            throw Rejection.invalid("dueOn", "must not be before issuedOn");
        }
        if (draft.periodFrom() != null
                && draft.periodTo() != null
                && draft.periodTo().isBefore(draft.periodFrom())) {
            throw Rejection.invalid("periodTo", "must not be before periodFrom");
        }
    }

    private static void checkYear(String field, LocalDate date) {
        if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
            throw Rejection.invalid(field, "must be in the years 2000 to 2099");
        }
    }

    /** The lines with their net amounts, VAT rates and categories by the customer's regime. */
    static List<InvoiceLine> lines(InvoiceDraft draft, VatRegime regime) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (InvoiceDraft.Line line : draft.lines()) {
            String field = "lines[%d].vatRate".formatted(lines.size());
            VatRate rate = line.vatRate() == null ? regime.usualRate() : new VatRate(line.vatRate());
            if (!rate.isKnown()) {
                throw Rejection.invalid(field, "%s %% is no French VAT rate".formatted(rate));
            }
            if (!regime.allows(rate)) {
                throw Rejection.invalid(field, "a customer under %s is not charged VAT".formatted(regime));
            }
            Money net = draft.kind().signed(Money.of(line.quantity(), line.unitPrice()));
            lines.add(new InvoiceLine(
                    line.articleCode(),
                    line.description().strip(),
                    atScale(line.quantity(), 4),
                    line.unit(),
                    atScale(line.unitPrice(), 6),
                    regime.categoryAt(rate),
                    rate.percent().setScale(2),
                    net.amount()));
        }
        return lines;
    }

    /** Every amount is one that the database can hold. */
    static void checkFits(VatTotals totals) {
        if (!totals.net().fits() || !totals.gross().fits()) {
            throw Rejection.invalid("lines", "the document's total is more than " + Money.MAX + " euros");
        }
    }

    private static BigDecimal atScale(BigDecimal number, int scale) {
        return number.setScale(scale);
    }
}
