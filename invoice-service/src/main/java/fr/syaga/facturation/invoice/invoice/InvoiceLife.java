package fr.syaga.facturation.invoice.invoice;

import java.time.Instant;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.numbering.NumberSeries;
import fr.syaga.facturation.invoice.numbering.NumberingConfig;
import fr.syaga.facturation.invoice.numbering.NumberingConfig.Authority;

/**
 * The deeds of an invoice's life. Each locks the document, changes it and writes the journal in one transaction; done twice it
 * changes nothing the second time.
 */
@ApplicationScoped
class InvoiceLife {

    private final Invoices invoices;
    private final InvoiceJournal journal;
    private final NumberingConfig numbering;
    private final NumberSeries series;
    private final Payments payments;
    private final LegalMentions mentions;
    private final CustomerVat vat;

    InvoiceLife(
            Invoices invoices,
            InvoiceJournal journal,
            NumberingConfig numbering,
            NumberSeries series,
            Payments payments,
            LegalMentions mentions,
            CustomerVat vat) {
        this.invoices = invoices;
        this.journal = journal;
        this.numbering = numbering;
        this.series = series;
        this.payments = payments;
        this.mentions = mentions;
        this.vat = vat;
    }

    /** The document after a deed, and whether the deed changed it. */
    record Outcome(InvoiceView invoice, boolean changed) {}

    @Transactional
    Outcome approve(String id, IfMatch seen) {
        return change(id, seen, invoice -> {
            if (invoice.status() == InvoiceStatus.APPROVED || invoice.status() == InvoiceStatus.ISSUED) {
                return false;
            }
            if (invoice.status() == InvoiceStatus.DRAFT) {
                vat.requireAgreement(invoice);
            }
            invoice.approve();
            invoices.flush();
            journal.approved(invoice);
            return true;
        });
    }

    @Transactional
    Outcome reopen(String id, IfMatch seen, Withdrawal withdrawal) {
        return change(id, seen, invoice -> {
            if (invoice.status() == InvoiceStatus.DRAFT) {
                return false;
            }
            invoice.reopen(withdrawal);
            invoices.flush();
            journal.reopened(invoice, withdrawal);
            return true;
        });
    }

    @Transactional
    Outcome cancel(String id, IfMatch seen, Withdrawal withdrawal) {
        return change(id, seen, invoice -> {
            if (invoice.status() == InvoiceStatus.CANCELLED) {
                return false;
            }
            invoice.cancel(withdrawal);
            invoices.flush();
            journal.cancelled(invoice, withdrawal);
            return true;
        });
    }

    /** Gives the next number of our own series; 409 while Oxygène is the one that numbers. */
    @Transactional
    Outcome issue(String id, IfMatch seen) {
        return change(id, seen, invoice -> {
            if (invoice.status() == InvoiceStatus.ISSUED) {
                return false;
            }
            if (numbering.authority() == Authority.OXYGENE) {
                throw Rejection.conflict(
                        "numbered-by-oxygene",
                        "Oxygène gives the legal number: export the invoice, then import Oxygène's list again.");
            }
            if (invoice.status() != InvoiceStatus.APPROVED) {
                throw Refusal.wrongState(invoice, "issued");
            }
            LegalFacts facts = mentions.of(invoice.asker());
            invoice.issue(series.next(invoice.kind().prefix(), invoice.issuedOn()), facts);
            invoices.flush();
            journal.issued(invoice);
            return true;
        });
    }

    @Transactional
    Outcome exported(String id, String exportId, String key) {
        return change(id, null, invoice -> {
            boolean first = invoice.exported(key, Instant.now());
            if (first) {
                invoices.flush();
                journal.exported(invoice, exportId, key);
            }
            return first;
        });
    }

    @Transactional
    Outcome sent(String id, Sending sending) {
        return change(id, null, invoice -> {
            boolean first = invoice.sent(sending.at(Instant.now()));
            if (first) {
                invoices.flush();
                journal.sent(invoice);
            }
            return first;
        });
    }

    /** Takes a payment. The same reference on the same invoice is the same payment. */
    @Transactional
    Outcome pay(String id, IfMatch seen, Payment.Terms terms) {
        return change(id, seen, invoice -> {
            if (payments.has(invoice.id(), terms.reference())) {
                return false;
            }
            Money amount = Money.of(terms.amount());
            invoice.pay(amount);
            payments.persist(new Payment(invoice.id(), terms));
            invoices.flush();
            journal.paid(invoice, amount);
            return true;
        });
    }

    private Outcome change(String id, IfMatch seen, Function<Invoice, Boolean> deed) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        boolean changed = deed.apply(invoice);
        return new Outcome(InvoiceView.of(invoice), changed);
    }
}
