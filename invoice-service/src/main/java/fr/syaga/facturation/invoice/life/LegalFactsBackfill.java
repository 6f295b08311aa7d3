package fr.syaga.facturation.invoice.life;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.legal.LateDocuments;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalMentions;

/**
 * Freezes what the law asks for on documents that got their number before anybody said which company issues, a chunk a transaction:
 * a document and its journal entry together. Whatever stops it, the next start goes on with those that are left.
 */
@ApplicationScoped
class LegalFactsBackfill implements LateDocuments {

    private static final Logger LOG = Logger.getLogger(LegalFactsBackfill.class);
    private static final int CHUNK = 500;
    private static final int PATIENCE_OF_CALLER_SECONDS = 1;
    private static final int AGAIN_AFTER_SECONDS = 60;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread late = new Thread(task, "late-facts");
        late.setDaemon(true);
        return late;
    });
    private final Invoices invoices;
    private final Customers customers;
    private final LegalMentions mentions;
    private final InvoiceJournal journal;

    LegalFactsBackfill(Invoices invoices, Customers customers, LegalMentions mentions, InvoiceJournal journal) {
        this.invoices = invoices;
        this.customers = customers;
        this.mentions = mentions;
        this.journal = journal;
    }

    void goOn(@Observes StartupEvent started) {
        thread.execute(this::freezeAll);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    @Override
    @Transactional
    public long pending() {
        return invoices.withoutFacts();
    }

    @Override
    public void freeze() {
        try {
            thread.submit(this::freezeAll).get(PATIENCE_OF_CALLER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.info("Documents that were issued before it was known by whom are frozen in the background");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @ActivateRequestContext
    void freezeAll() {
        try {
            int all = 0;
            int frozen;
            do {
                frozen = freezeSome(CHUNK);
                all += frozen;
            } while (frozen > 0 && !thread.isShutdown());
            if (all > 0) {
                LOG.infof(
                        "Froze what the law asks for on %d documents that were issued before it was known by whom",
                        all);
            }
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.warnf(
                        "Documents issued before it was known by whom are tried again in a minute: %s", e.getMessage());
                thread.schedule(this::freezeAll, AGAIN_AFTER_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** Up to so many documents, of those that no other replica has in hand; 0 when none is left, or nobody said who issues. */
    @Transactional
    int freezeSome(int most) {
        List<Invoice> late = invoices.lockWithoutFacts(most);
        customers.load(late.stream().map(Invoice::customerCode).collect(Collectors.toSet()));
        Map<UUID, LegalFacts> facts =
                late.stream().collect(Collectors.toMap(Invoice::id, invoice -> mentions.of(invoice.asker())));
        List<Invoice> frozen = late.stream()
                .filter(invoice -> invoice.freeze(facts.get(invoice.id())))
                .toList();
        invoices.flush();
        journal.frozen(frozen);
        return frozen.size();
    }
}
