package fr.syaga.facturation.invoice.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.batch.InChunks.Item;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.life.InvoiceLife;

import static java.util.stream.Collectors.toSet;

/** Does one deed to many documents with a few statements; the promises are those of {@link InvoiceLife}. */
@ApplicationScoped
class BatchChanges {

    private final Invoices invoices;
    private final Customers customers;
    private final InvoiceJournal journal;

    BatchChanges(Invoices invoices, Customers customers, InvoiceJournal journal) {
        this.invoices = invoices;
        this.customers = customers;
        this.journal = journal;
    }

    /** Changes a locked document, and tells what the journal is to say; nothing when it was done before. */
    interface Change<T> {
        Optional<Journal.Record> on(T asked, Invoice invoice);
    }

    /** A document and what is asked of it. */
    record On<T>(UUID id, T asked) {}

    /**
     * An outcome for each item, in their order.
     *
     * @param done the result of an item that the deed changed; else it is ALREADY or FAILED
     * @param whole whether the answer holds the documents
     */
    <T> List<BatchOutcome> each(List<Item<On<T>>> items, String done, boolean whole, Change<T> change) {
        return InChunks.each(
                items,
                chunk -> together(chunk, done, whole, change),
                item -> QuarkusTransaction.requiringNew()
                        .call(() -> together(List.of(item), done, whole, change).get(0)));
    }

    private <T> List<BatchOutcome> together(List<Item<On<T>>> chunk, String done, boolean whole, Change<T> change) {
        Map<UUID, Invoice> locked = invoices.lockAll(
                chunk.stream().map(each -> each.asked().id()).distinct().toList());
        customers.load(locked.values().stream().map(Invoice::customerCode).collect(toSet()));
        // A deed reads customers, rates and wordings, and none of these documents: nothing has to be written before it
        // asks.
        invoices.getEntityManager().setFlushMode(FlushModeType.COMMIT);
        List<Journal.Record> records = new ArrayList<>();
        // Told after all is written, when each document has its version.
        List<Supplier<BatchOutcome>> outcomes = new ArrayList<>();
        for (Item<On<T>> item : chunk) {
            Invoice invoice = locked.get(item.asked().id());
            try {
                Optional<Journal.Record> record = change.on(item.asked().asked(), found(item, invoice));
                record.ifPresent(records::add);
                outcomes.add(
                        () -> BatchOutcome.of(item.index(), record.isPresent() ? done : "ALREADY", invoice, whole));
            } catch (Rejection e) {
                outcomes.add(() -> item.failed(e));
            }
        }
        invoices.flush();
        journal.write(records);
        return outcomes.stream().map(Supplier::get).toList();
    }

    private static Invoice found(Item<?> item, Invoice invoice) {
        if (invoice == null) {
            throw Rejection.notFound("invoice", item.name());
        }
        return invoice;
    }
}
