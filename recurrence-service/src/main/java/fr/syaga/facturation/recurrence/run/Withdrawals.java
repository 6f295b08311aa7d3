package fr.syaga.facturation.recurrence.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.recurrence.invoicing.InvoiceState;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.Occurrences;

/**
 * Learns which of the invoices that runs made were dropped or cancelled in invoice-service since. Without it their due dates would
 * look invoiced for ever, and be forgotten. An issued invoice stays for ever, so it is asked about once.
 */
@ApplicationScoped
class Withdrawals {

    private static final Logger LOG = Logger.getLogger(Withdrawals.class);

    /** So many ids fit in one question. */
    private static final int CHUNK = 1000;

    private final Occurrences occurrences;
    private final InvoicingClient invoicing;

    Withdrawals(Occurrences occurrences, InvoicingClient invoicing) {
        this.occurrences = occurrences;
        this.invoicing = invoicing;
    }

    /** Looks at every invoice that is not issued yet; 503 when invoice-service is down. */
    void learn() {
        List<Occurrences.Made> unsettled = QuarkusTransaction.requiringNew().call(occurrences::unsettled);
        for (int start = 0; start < unsettled.size(); start += CHUNK) {
            List<Occurrences.Made> chunk = unsettled.subList(start, Math.min(unsettled.size(), start + CHUNK));
            Map<UUID, InvoicingClient.Found> found = invoicing.find(
                    chunk.stream().map(Occurrences.Made::invoiceId).toList());
            QuarkusTransaction.requiringNew()
                    .run(() -> chunk.forEach(made -> learn(made, state(found.get(made.invoiceId())))));
        }
    }

    /** Null for one that was dropped. */
    private static InvoiceState state(InvoicingClient.Found found) {
        return found == null ? null : found.state();
    }

    private void learn(Occurrences.Made made, InvoiceState state) {
        if (state == InvoiceState.DRAFT || state == InvoiceState.APPROVED) {
            return;
        }
        Occurrence occurrence = occurrences.lock(made.occurrenceId());
        if (!made.invoiceId().equals(occurrence.invoiceId())) {
            return;
        }
        if (state == InvoiceState.ISSUED) {
            occurrence.settled();
        } else if (state == null || state == InvoiceState.CANCELLED) {
            occurrence.withdrawn();
            LOG.warnf(
                    "Invoice %s of contract %s, due on %s, was dropped or cancelled; a person says whether it comes again",
                    made.invoiceId(), occurrence.contractId(), occurrence.dueOn());
        }
    }
}
