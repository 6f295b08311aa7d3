package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.PaymentTerms;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;
import fr.syaga.facturation.invoice.vat.VatRegime;

/** What a draft must hold to, beyond the form of each field. */
final class DraftRules {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int QUOTE_DAYS = 30;

    private DraftRules() {}

    /** What a draft is, and what goes with that alone. */
    static void checkKind(InvoiceDraft draft) {
        if (draft.origin() == InvoiceOrigin.HISTORY) {
            throw Rejection.invalid("origin", "HISTORY is for imported documents only");
        }
        if (draft.kind() == InvoiceKind.CREDIT_NOTE && draft.creditOf() == null) {
            throw Rejection.invalid("creditOf", "a credit note names the invoice that it corrects");
        }
        if (draft.kind() != InvoiceKind.CREDIT_NOTE && draft.creditOf() != null) {
            throw Rejection.invalid("creditOf", "goes with a credit note only");
        }
        if (draft.kind() != InvoiceKind.QUOTE && draft.validUntil() != null) {
            throw Rejection.invalid("validUntil", "goes with a quote only");
        }
    }

    /** The last day of a quote: the writer's own, else 30 days after its date. */
    static LocalDate validUntil(InvoiceDraft draft, LocalDate issuedOn) {
        LocalDate until = Objects.requireNonNullElse(draft.validUntil(), issuedOn.plusDays(QUOTE_DAYS));
        checkYear("validUntil", until);
        if (until.isBefore(issuedOn)) {
            throw Rejection.invalid("validUntil", "must not be before issuedOn");
        }
        return until;
    }

    /** The writer's own due date, else that of the customer's terms; time billed by the month is a periodic invoice. */
    static LocalDate dueOn(InvoiceDraft draft, LocalDate issuedOn, PaymentTerms terms) {
        if (draft.kind() == InvoiceKind.QUOTE) {
            return null;
        }
        if (draft.dueOn() != null) {
            return draft.dueOn();
        }
        return isPeriodic(draft) ? terms.dueOnWhenPeriodic(issuedOn) : terms.dueOn(issuedOn);
    }

    private static boolean isPeriodic(InvoiceDraft draft) {
        return draft.origin() == InvoiceOrigin.TIME;
    }

    /** Dates in the years of BR-FR-03; due when the law allows it; a period that ends after it began. */
    static void checkDates(LocalDate issuedOn, LocalDate dueOn, InvoiceDraft draft, VatRegime regime) {
        checkYear("issuedOn", issuedOn);
        checkYear("dueOn", dueOn);
        checkYear("periodFrom", draft.periodFrom());
        checkYear("periodTo", draft.periodTo());
        if (dueOn != null) {
            checkDue(issuedOn, dueOn, draft, regime);
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

    /** Not before the invoice (BR-FR-CO-07); between French companies not after the legal ceiling (C. com. L. 441-10 I). */
    private static void checkDue(LocalDate issuedOn, LocalDate dueOn, InvoiceDraft draft, VatRegime regime) {
        if (dueOn.isBefore(issuedOn)) {
            throw Rejection.invalid("dueOn", "must not be before issuedOn");
        }
        LocalDate latest = PaymentTerms.latest(issuedOn, isPeriodic(draft));
        boolean french = regime == VatRegime.FRENCH || regime == VatRegime.EXEMPT;
        if (french && dueOn.isAfter(latest)) {
            throw Rejection.invalid(
                    "dueOn", "the law allows %s at the latest for an invoice of %s".formatted(latest, issuedOn));
        }
    }

    /** The lines with their net amounts, and the VAT of each. */
    static List<InvoiceLine> lines(InvoiceDraft draft, Taxation taxation, LocalDate issuedOn) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (InvoiceDraft.Line line : draft.lines()) {
            String field = "lines[%d].vatRate".formatted(lines.size());
            VatRate rate = taxation.rate(field, line.vatRate(), draft.kind(), issuedOn);
            Money net = draft.kind().signed(Money.of(line.quantity(), line.unitPrice()));
            lines.add(new InvoiceLine(
                    line.articleCode(),
                    line.description().strip(),
                    atScale(line.quantity(), 4),
                    line.unit(),
                    atScale(line.unitPrice(), 6),
                    taxation.category(rate),
                    rate.percent().setScale(2),
                    net.amount(),
                    null,
                    null));
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
