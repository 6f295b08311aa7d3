package fr.syaga.facturation.invoice.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.money.Money;

/** Takes payments, and takes them back; each locks the document, and done twice it changes nothing the second time. */
@ApplicationScoped
class PaymentRecording {

    private final Invoices invoices;
    private final Payments payments;
    private final InvoiceJournal journal;

    PaymentRecording(Invoices invoices, Payments payments, InvoiceJournal journal) {
        this.invoices = invoices;
        this.payments = payments;
        this.journal = journal;
    }

    /** Takes a payment. The same reference on the same invoice is the same payment. */
    @Transactional
    InvoiceView pay(String id, IfMatch seen, Payment.Terms terms) {
        Invoice invoice = lock(id, seen);
        Payment known = payments.withReference(invoice.id(), terms.reference()).orElse(null);
        if (known != null) {
            requireStanding(known);
            if (!known.isSame(terms)) {
                throw PaymentRefusal.otherPayment(known, terms);
            }
            return InvoiceView.of(invoice);
        }
        Money amount = Money.of(terms.amount());
        if (!terms.despite()) {
            requireUncredited(invoice, amount);
        }
        invoice.pay(amount);
        payments.persist(new Payment(invoice.id(), terms));
        invoices.flush();
        journal.paid(invoice, amount);
        return InvoiceView.of(invoice);
    }

    /** Takes a payment back, once. @throws Rejection 404, or 409 for what is no payment but takes one back */
    @Transactional
    InvoiceView reverse(String id, String paymentId, IfMatch seen, String reason) {
        Invoice invoice = lock(id, seen);
        Payment payment = payments.findByIdOptional(RequestValue.id("payment", paymentId))
                .filter(each -> each.invoiceId().equals(invoice.id()))
                .orElseThrow(() -> Rejection.notFound("payment of this invoice", paymentId));
        if (payment.isReversal()) {
            throw Rejection.conflict(
                    "not-reversible", "It takes a payment back itself; enter the payment again under a new reference.");
        }
        if (payments.reversalOf(payment).isPresent()) {
            return InvoiceView.of(invoice);
        }
        invoice.takeBack(Money.of(payment.amount()), payment.settlementId());
        Payment reversal = payment.reversed(reason);
        payments.persist(reversal);
        invoices.flush();
        journal.reversed(invoice, reversal.amount(), reversal.reversalOf(), reversal.reason());
        return InvoiceView.of(invoice);
    }

    /** What issued credit notes took off an invoice is not paid any more, unless the caller says that it was. */
    private void requireUncredited(Invoice invoice, Money amount) {
        Money credited = invoices.creditNotesOf(invoice.id()).stream()
                .filter(note -> note.status() == InvoiceStatus.ISSUED)
                .map(note -> note.gross().negate())
                .reduce(Money.ZERO, Money::plus);
        Money left = invoice.outstanding().minus(credited);
        if (!credited.equals(Money.ZERO) && amount.isMoreThan(left)) {
            throw PaymentRefusal.credited(invoice, amount, credited, left);
        }
    }

    /** A payment that was taken back does not come again by itself. */
    private void requireStanding(Payment known) {
        if (payments.reversalOf(known).isPresent()) {
            throw Rejection.conflict(
                    "payment-reversed",
                    "The payment %s was taken back. If it came after all, enter it under a new reference."
                            .formatted(known.reference()));
        }
    }

    private Invoice lock(String id, IfMatch seen) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        return invoice;
    }
}
