package fr.syaga.facturation.invoice.invoice;

import java.time.Instant;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.numbering.NumberSeries;
import fr.syaga.facturation.invoice.numbering.NumberingConfig;
import fr.syaga.facturation.invoice.numbering.NumberingConfig.Authority;
import fr.syaga.facturation.invoice.numbering.QuoteSeries;

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
    private final LegalMentions mentions;
    private final CustomerVat vat;
    private final QuoteSeries quotes;
    private final BusinessDate date;

    InvoiceLife(
            Invoices invoices,
            InvoiceJournal journal,
            NumberingConfig numbering,
            NumberSeries series,
            LegalMentions mentions,
            CustomerVat vat,
            QuoteSeries quotes,
            BusinessDate date) {
        this.invoices = invoices;
        this.journal = journal;
        this.numbering = numbering;
        this.series = series;
        this.mentions = mentions;
        this.vat = vat;
        this.quotes = quotes;
        this.date = date;
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
            if (invoice.isQuote() && invoice.status() == InvoiceStatus.DRAFT) {
                String known = invoice.number();
                invoice.offer(known == null ? quotes.next(invoice.issuedOn()) : known, date.today());
            }
            boolean isNew = invoice.sent(sending.at(Instant.now()), sending.named());
            if (isNew) {
                invoices.flush();
                journal.sent(invoice);
            }
            return isNew;
        });
    }

    private Outcome change(String id, IfMatch seen, Function<Invoice, Boolean> deed) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        boolean changed = deed.apply(invoice);
        return new Outcome(InvoiceView.of(invoice), changed);
    }
}
