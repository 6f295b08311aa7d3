package fr.syaga.facturation.invoice.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.PaymentTerms;
import fr.syaga.facturation.invoice.invoice.InvoiceContent;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceLine;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.vat.VatRegime;

/** What a draft must hold to, beyond the form of each field. */
public final class DraftRules {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int QUOTE_DAYS = 30;

    private DraftRules() {}

    /** What a draft is, and what goes with that alone. */
    public static void checkKind(InvoiceDraft draft) {
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

    /**
     * What a document made of this draft says.
     *
     * @param measured the lines that the document has now, whose measured quantities stay; none for one that is new or not of time
     */
    static InvoiceContent content(
            InvoiceDraft draft, Customer customer, Taxation taxation, LocalDate today, List<InvoiceLine> measured) {
        LocalDate issuedOn = Objects.requireNonNullElse(draft.issuedOn(), today);
        LocalDate validUntil = draft.kind() == InvoiceKind.QUOTE ? validUntil(draft, issuedOn) : null;
        LocalDate dueOn = dueOn(draft, issuedOn, customer.paymentTerms());
        checkDates(issuedOn, dueOn, draft, customer.vatRegime());
        List<InvoiceLine> written = lines(draft, taxation, issuedOn);
        return new InvoiceContent(
                draft.kind(),
                draft.origin(),
                customer.code(),
                customer.name(),
                issuedOn,
                validUntil,
                dueOn,
                draft.periodFrom(),
                draft.periodTo(),
                draft.subject(),
                draft.purchaseOrder() == null ? customer.purchaseOrder() : draft.purchaseOrder(),
                draft.contractId(),
                draft.runId(),
                draft.creditOf(),
                MeasuredLines.keep(measured, written, draft.lines()));
    }

    /** The last day of a quote: the writer's own, else 30 days after its date. */
    private static LocalDate validUntil(InvoiceDraft draft, LocalDate issuedOn) {
        LocalDate until = Objects.requireNonNullElse(draft.validUntil(), issuedOn.plusDays(QUOTE_DAYS));
        checkYear("validUntil", until);
        if (until.isBefore(issuedOn)) {
            throw Rejection.invalid("validUntil", "must not be before issuedOn");
        }
        return until;
    }

    /** The writer's own due date, else that of the customer's terms; time billed by the month is a periodic invoice. */
    private static LocalDate dueOn(InvoiceDraft draft, LocalDate issuedOn, PaymentTerms terms) {
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
    private static void checkDates(LocalDate issuedOn, LocalDate dueOn, InvoiceDraft draft, VatRegime regime) {
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
    private static List<InvoiceLine> lines(InvoiceDraft draft, Taxation taxation, LocalDate issuedOn) {
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

    private static BigDecimal atScale(BigDecimal number, int scale) {
        return number.setScale(scale);
    }
}
