package fr.syaga.facturation.invoice.life;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.invoice.Withdrawal;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.sending.Sending;

/** Does one deed to one document: lock, change and journal in one transaction; done twice it changes nothing the second time. */
@ApplicationScoped
public class InvoiceLife {

    private final Invoices invoices;
    private final InvoiceChanges deeds;
    private final InvoiceJournal journal;

    InvoiceLife(Invoices invoices, InvoiceChanges deeds, InvoiceJournal journal) {
        this.invoices = invoices;
        this.deeds = deeds;
        this.journal = journal;
    }

    @Transactional
    InvoiceView approve(String id, IfMatch seen) {
        return change(id, seen, deeds::approve);
    }

    @Transactional
    InvoiceView reopen(String id, IfMatch seen, Withdrawal withdrawal) {
        return change(id, seen, invoice -> deeds.reopen(invoice, withdrawal));
    }

    @Transactional
    InvoiceView cancel(String id, IfMatch seen, Withdrawal withdrawal) {
        return change(id, seen, invoice -> deeds.cancel(invoice, withdrawal));
    }

    /** Gives the next number of our own series; 409 while Oxygène is the one that numbers. */
    @Transactional
    InvoiceView issue(String id, IfMatch seen) {
        return change(id, seen, deeds::issue);
    }

    @Transactional
    InvoiceView exported(String id, String exportId, String key) {
        return change(id, null, invoice -> deeds.export(invoice, exportId, key));
    }

    @Transactional
    InvoiceView sent(String id, Sending sending) {
        return change(id, null, invoice -> deeds.send(invoice, sending));
    }

    /** The journal comes last, when nothing can be refused any more: whoever writes it makes all others wait. */
    private InvoiceView change(String id, IfMatch seen, Function<Invoice, Optional<Journal.Record>> deed) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        Optional<Journal.Record> done = deed.apply(invoice);
        invoices.flush();
        done.ifPresent(record -> journal.write(List.of(record)));
        return InvoiceView.of(invoice);
    }
}
