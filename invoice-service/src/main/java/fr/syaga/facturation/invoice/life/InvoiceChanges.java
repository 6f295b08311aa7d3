package fr.syaga.facturation.invoice.life;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.drafting.CustomerVat;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.Refusal;
import fr.syaga.facturation.invoice.invoice.Withdrawal;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.numbering.NumberSeries;
import fr.syaga.facturation.invoice.numbering.NumberingConfig;
import fr.syaga.facturation.invoice.numbering.NumberingConfig.Authority;
import fr.syaga.facturation.invoice.numbering.QuoteSeries;
import fr.syaga.facturation.invoice.sending.Sending;

/**
 * The deeds of an invoice's life. Each changes one document that the caller holds locked, and tells what the journal is to say;
 * nothing when it was done before. A deed that is refused has changed nothing.
 */
@ApplicationScoped
public class InvoiceChanges {

    private final NumberingConfig numbering;
    private final NumberSeries series;
    private final LegalMentions mentions;
    private final CustomerVat vat;
    private final QuoteSeries quotes;
    private final BusinessDate date;

    InvoiceChanges(
            NumberingConfig numbering,
            NumberSeries series,
            LegalMentions mentions,
            CustomerVat vat,
            QuoteSeries quotes,
            BusinessDate date) {
        this.numbering = numbering;
        this.series = series;
        this.mentions = mentions;
        this.vat = vat;
        this.quotes = quotes;
        this.date = date;
    }

    public Optional<Journal.Record> approve(Invoice invoice) {
        if (invoice.status() == InvoiceStatus.APPROVED || invoice.status() == InvoiceStatus.ISSUED) {
            return Optional.empty();
        }
        if (invoice.status() == InvoiceStatus.DRAFT) {
            vat.requireAgreement(invoice);
        }
        invoice.approve();
        return Optional.of(InvoiceJournal.approved(invoice));
    }

    Optional<Journal.Record> reopen(Invoice invoice, Withdrawal withdrawal) {
        if (invoice.status() == InvoiceStatus.DRAFT) {
            return Optional.empty();
        }
        invoice.reopen(withdrawal);
        return Optional.of(InvoiceJournal.reopened(invoice, withdrawal));
    }

    Optional<Journal.Record> cancel(Invoice invoice, Withdrawal withdrawal) {
        if (invoice.status() == InvoiceStatus.CANCELLED) {
            return Optional.empty();
        }
        invoice.cancel(withdrawal);
        return Optional.of(InvoiceJournal.cancelled(invoice, withdrawal));
    }

    /** Gives the next number of our own series; 409 while Oxygène is the one that numbers. */
    public Optional<Journal.Record> issue(Invoice invoice) {
        if (invoice.status() == InvoiceStatus.ISSUED) {
            return Optional.empty();
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
        // Whoever has a number makes all others wait: what has to be read is read before.
        invoice.readLines();
        invoice.issue(series.next(invoice.kind().prefix(), invoice.issuedOn()), facts);
        return Optional.of(InvoiceJournal.issued(invoice));
    }

    public Optional<Journal.Record> export(Invoice invoice, String exportId, String key) {
        return invoice.exported(key, Instant.now())
                ? Optional.of(InvoiceJournal.exported(invoice, exportId, key))
                : Optional.empty();
    }

    Optional<Journal.Record> send(Invoice invoice, Sending sending) {
        if (invoice.isQuote() && invoice.status() == InvoiceStatus.DRAFT) {
            String known = invoice.number();
            invoice.offer(known == null ? quotes.next(invoice.issuedOn()) : known, date.today());
        }
        return invoice.sent(sending.at(Instant.now()), sending.named())
                ? Optional.of(InvoiceJournal.sent(invoice))
                : Optional.empty();
    }
}
