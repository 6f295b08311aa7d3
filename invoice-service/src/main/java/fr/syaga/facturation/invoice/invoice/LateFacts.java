package fr.syaga.facturation.invoice.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import fr.syaga.facturation.invoice.legal.FirstIssuer;
import fr.syaga.facturation.invoice.legal.LegalMentions;

/** Freezes what the law asks for on documents that got their number before anybody said which company issues. */
@ApplicationScoped
class LateFacts {

    private final Invoices invoices;
    private final LegalMentions mentions;
    private final InvoiceJournal journal;

    LateFacts(Invoices invoices, LegalMentions mentions, InvoiceJournal journal) {
        this.invoices = invoices;
        this.mentions = mentions;
        this.journal = journal;
    }

    /** In the transaction of whoever said it. */
    void freeze(@Observes FirstIssuer known) {
        for (Invoice invoice : invoices.withoutFacts()) {
            if (invoice.freeze(mentions.of(invoice.asker()))) {
                invoices.flush();
                journal.frozen(invoice);
            }
        }
    }
}
