package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.DueInvoice;
import fr.syaga.facturation.recurrence.invoicing.Draft;
import fr.syaga.facturation.recurrence.invoicing.DraftResult;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;

/**
 * Makes the invoices that are due between two days, the oldest first. Each occurrence is claimed, asked for and recorded in
 * steps that can all be repeated: whatever dies between them, the next run asks with the same reference and gets the same
 * invoice.
 */
@ApplicationScoped
class BillingRun {

    private static final Logger LOG = Logger.getLogger(BillingRun.class);

    /** Small enough that an answer comes within the read timeout, large enough that the way there does not count. */
    private static final int CHUNK = 100;

    private final Contracts contracts;
    private final Occurrences occurrences;
    private final Runs runs;
    private final Claims claims;
    private final InvoicingClient invoicing;

    BillingRun(Contracts contracts, Occurrences occurrences, Runs runs, Claims claims, InvoicingClient invoicing) {
        this.contracts = contracts;
        this.occurrences = occurrences;
        this.runs = runs;
        this.claims = claims;
        this.invoicing = invoicing;
    }

    /** An occurrence to invoice: what its contract says of it. */
    record Due(Contract contract, DueInvoice invoice) {}

    /** Invoices everything due; 503 when invoice-service is down, and what was made by then stays made. */
    RunView invoice(LocalDate from, LocalDate to) {
        RunTally tally = new RunTally();
        List<Due> open = due(from, to, tally);
        Run run = new Run(from, to);
        QuarkusTransaction.requiringNew().run(() -> runs.persist(run));
        try {
            for (int start = 0; start < open.size(); start += CHUNK) {
                invoice(open.subList(start, Math.min(open.size(), start + CHUNK)), run.id(), tally);
            }
        } catch (Rejection e) {
            end(run, Run.Status.INCOMPLETE, tally);
            throw e;
        }
        Run.Status status = tally.failed().isEmpty() ? Run.Status.DONE : Run.Status.INCOMPLETE;
        end(run, status, tally);
        LOG.infof(
                "Run %s from %s to %s: %d invoices made, %d existed, %d failed, %s net",
                run.id(),
                from,
                to,
                tally.created(),
                tally.existing(),
                tally.failed().size(),
                tally.totalNet());
        return RunView.of(run.id(), status.name(), from, to, tally);
    }

    /** What {@link #invoice} would do now; nothing is asked of anybody. */
    RunView preview(LocalDate from, LocalDate to) {
        RunTally tally = new RunTally();
        due(from, to, tally).forEach(due -> tally.created(due.invoice().netAmount()));
        return RunView.of(null, "DRY_RUN", from, to, tally);
    }

    /** Everything that may be due by that day: from the first day on which any contract is invoiced. */
    RunView catchUp(LocalDate today) {
        LocalDate from = QuarkusTransaction.requiringNew()
                .call(() -> contracts.inOrder().stream()
                        .map(Contract::billFrom)
                        .min(Comparator.naturalOrder())
                        .orElse(today));
        return invoice(from.isAfter(today) ? today : from, today);
    }

    private List<Due> due(LocalDate from, LocalDate to, RunTally tally) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<Occurrences.Key, Occurrence> known = occurrences.dueBetween(from, to);
            List<Due> open = new ArrayList<>();
            for (Contract contract : contracts.inOrder()) {
                contract.dueBetween(from, to).forEach(due -> {
                    Occurrence occurrence = known.get(
                            new Occurrences.Key(contract.id(), due.period().from()));
                    if (occurrence != null && occurrence.isInvoiced()) {
                        tally.existing(occurrence.netAmount());
                    } else if (!due.skipped()
                            && (occurrence == null || occurrence.status() != OccurrenceStatus.SKIPPED)) {
                        open.add(new Due(contract, due));
                    }
                });
            }
            open.sort(Comparator.comparing((Due each) -> each.invoice().dueOn())
                    .thenComparing(each -> each.contract().customerCode())
                    .thenComparing(each -> each.contract().id()));
            return open;
        });
    }

    private void invoice(List<Due> chunk, UUID runId, RunTally tally) {
        List<Due> asked = new ArrayList<>();
        List<Occurrence> claimed = new ArrayList<>();
        for (Due due : chunk) {
            Occurrence occurrence = claims.claim(due, runId);
            if (occurrence.isInvoiced()) {
                tally.existing(occurrence.netAmount());
            } else {
                asked.add(due);
                claimed.add(occurrence);
            }
        }
        if (claimed.isEmpty()) {
            return;
        }
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            drafts.add(draft(asked.get(i).contract(), claimed.get(i)));
        }
        List<DraftResult> results = invoicing.draft(drafts);
        for (int i = 0; i < claimed.size(); i++) {
            record(asked.get(i), claimed.get(i), results.get(i), tally);
        }
    }

    private void record(Due due, Occurrence occurrence, DraftResult result, RunTally tally) {
        if (result.result() == DraftResult.Result.FAILED || result.invoice() == null) {
            String reason = result.problem() == null
                    ? "invoice-service gave no reason"
                    : result.problem().detail();
            claims.failed(occurrence.id(), reason);
            tally.failed(new RunTally.Failure(
                    occurrence.contractId(),
                    due.contract().customerCode(),
                    occurrence.dueOn(),
                    occurrence.netAmount(),
                    reason));
            return;
        }
        claims.invoiced(occurrence.id(), result.invoice().id());
        if (result.result() == DraftResult.Result.CREATED) {
            tally.created(occurrence.netAmount());
        } else {
            tally.existing(occurrence.netAmount());
        }
    }

    private static Draft draft(Contract contract, Occurrence occurrence) {
        return new Draft(
                contract.customerCode(),
                "INVOICE",
                "RECURRENCE",
                occurrence.reference(),
                occurrence.dueOn(),
                occurrence.periodFrom(),
                occurrence.periodTo(),
                occurrence.label(),
                contract.id().toString(),
                occurrence.runId().toString(),
                List.of(new Draft.Line(occurrence.label(), BigDecimal.ONE, occurrence.netAmount())),
                occurrence.approve());
    }

    private void end(Run run, Run.Status status, RunTally tally) {
        QuarkusTransaction.requiringNew().run(() -> runs.findById(run.id()).end(status, tally));
    }
}
