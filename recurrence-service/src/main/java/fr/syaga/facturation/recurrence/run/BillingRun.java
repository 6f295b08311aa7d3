package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.recurrence.ReadOnlyTransaction;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.invoicing.Draft;
import fr.syaga.facturation.recurrence.invoicing.DraftResult;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;
import fr.syaga.facturation.recurrence.occurrence.Claims;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.OccurrenceKey;
import fr.syaga.facturation.recurrence.plan.Plan;
import fr.syaga.facturation.recurrence.plan.Planned;

/**
 * Makes the invoices that are due between two days, the oldest first. Each occurrence is claimed, asked for and recorded in
 * steps that can all be repeated: whatever dies between them, the next run asks with the same reference and gets the same
 * invoice.
 */
@ApplicationScoped
class BillingRun {

    private static final Logger LOG = Logger.getLogger(BillingRun.class);

    /** Small enough that an answer comes within the read timeout, large enough that transactions and the way there do not count. */
    private static final int CHUNK = 500;

    private final Contracts contracts;
    private final Plan plan;
    private final Runs runs;
    private final RunPreviews previews;
    private final Claims claims;
    private final Withdrawals withdrawals;
    private final InvoicingClient invoicing;
    private final ReadOnlyTransaction reading;

    BillingRun(
            Contracts contracts,
            Plan plan,
            Runs runs,
            RunPreviews previews,
            Claims claims,
            Withdrawals withdrawals,
            InvoicingClient invoicing,
            ReadOnlyTransaction reading) {
        this.reading = reading;
        this.withdrawals = withdrawals;
        this.contracts = contracts;
        this.plan = plan;
        this.runs = runs;
        this.previews = previews;
        this.claims = claims;
        this.invoicing = invoicing;
    }

    /** An occurrence that was claimed, and the words to ask for it with. */
    private record Claimed(Planned planned, Occurrence occurrence) {}

    /**
     * Invoices everything due; 503 when invoice-service is down, and what was made by then stays made.
     *
     * @param previewToken bills exactly what that preview said or is refused; null bills what the contracts say now
     */
    RunView invoice(LocalDate from, LocalDate to, UUID previewToken) {
        withdrawals.learn();
        List<Planned> due = reading.of(() -> {
            List<Planned> planned = plan.between(from, to);
            if (previewToken != null) {
                previews.get(previewToken).requireUnchanged(from, to, planned);
            }
            return planned;
        });
        RunTally tally = new RunTally(due);
        Run run = new Run(from, to, previewToken, tally);
        QuarkusTransaction.requiringNew().run(() -> {
            runs.closeAbandoned();
            runs.persist(run);
        });
        Map<OccurrenceKey, Planned> asked = new HashMap<>();
        try {
            List<Planned> open = due.stream().filter(Planned::isOpen).toList();
            for (int start = 0; start < open.size(); start += CHUNK) {
                invoice(open.subList(start, Math.min(open.size(), start + CHUNK)), run.id(), tally, asked);
            }
        } catch (RuntimeException e) {
            end(run.id(), tally);
            throw e;
        }
        return RunView.of(
                end(run.id(), tally),
                asked.values().stream().sorted(Plan.IN_ORDER).toList());
    }

    /** What {@link #invoice} would do now, kept under a token; nothing is asked of anybody. */
    RunView preview(LocalDate from, LocalDate to) {
        List<Planned> planned = reading.of(() -> plan.shown(from, to));
        RunPreview preview = new RunPreview(from, to, planned);
        QuarkusTransaction.requiringNew().run(() -> previews.keep(preview));
        RunTally tally = new RunTally(planned);
        for (Planned each : planned) {
            if (each.isWithdrawn()) {
                tally.failed(each, each.problem());
            } else if (each.isOpen()) {
                tally.created(each.netAmount());
            }
        }
        return RunView.dry(from, to, preview.id(), tally, planned);
    }

    /** Everything that may be due by that day: from the first day on which any contract is invoiced. */
    RunView catchUp(LocalDate today) {
        LocalDate from =
                QuarkusTransaction.requiringNew().call(contracts::firstDay).orElse(today);
        return invoice(from.isAfter(today) ? today : from, today, null);
    }

    /** @param asked takes what this run asked for, as it is afterwards */
    private void invoice(List<Planned> chunk, UUID runId, RunTally tally, Map<OccurrenceKey, Planned> asked) {
        Map<OccurrenceKey, Occurrence> occurrences =
                new HashMap<>(claims.claim(chunk.stream().map(Planned::request).toList(), runId));
        invoice(chunk, occurrences, tally);
        chunk.stream()
                .map(each -> Planned.sent(each.contract(), occurrences.get(each.key())))
                .filter(each -> runId.equals(each.recorded().runId()))
                .forEach(each -> asked.put(each.key(), each));
    }

    /** @param occurrences by key, as they were claimed; afterwards as they were settled */
    private void invoice(List<Planned> chunk, Map<OccurrenceKey, Occurrence> occurrences, RunTally tally) {
        List<Claimed> claimed = new ArrayList<>();
        for (Planned planned : chunk) {
            Occurrence occurrence = occurrences.get(planned.key());
            if (occurrence.isInvoiced()) {
                tally.existing(occurrence.netAmount());
            } else if (occurrence.isSkipped()) {
                tally.skipped();
            } else if (occurrence.isFailed() || occurrence.isWithdrawn()) {
                tally.failed(planned, occurrence.problem());
            } else {
                claimed.add(new Claimed(planned, occurrence));
            }
        }
        if (claimed.isEmpty()) {
            return;
        }
        List<DraftResult> results =
                invoicing.draft(claimed.stream().map(BillingRun::draft).toList());
        Map<Occurrence, DraftResult> byOccurrence = new LinkedHashMap<>();
        for (int i = 0; i < claimed.size(); i++) {
            byOccurrence.put(claimed.get(i).occurrence(), results.get(i));
        }
        claims.settle(byOccurrence).forEach(each -> occurrences.put(each.key(), each));
        claimed.forEach(each -> count(each, byOccurrence.get(each.occurrence()), tally));
    }

    private static void count(Claimed claimed, DraftResult result, RunTally tally) {
        if (result.isRefused()) {
            tally.failed(claimed.planned(), result.reason());
        } else if (result.isCancelled()) {
            tally.failed(claimed.planned(), "sa facture a été annulée");
        } else if (result.result() == DraftResult.Result.CREATED) {
            tally.created(claimed.occurrence().netAmount());
        } else {
            tally.existing(claimed.occurrence().netAmount());
        }
    }

    private static Draft draft(Claimed claimed) {
        Occurrence occurrence = claimed.occurrence();
        return new Draft(
                claimed.planned().contract().customerCode(),
                "INVOICE",
                "RECURRENCE",
                occurrence.reference(),
                occurrence.dueOn(),
                occurrence.serviceFrom(),
                occurrence.serviceTo(),
                occurrence.text().subjectOrLabel(),
                occurrence.contractId().toString(),
                occurrence.runId().toString(),
                List.of(new Draft.Line(
                        occurrence.text().articleCode(),
                        occurrence.text().description(),
                        BigDecimal.ONE,
                        occurrence.netAmount())),
                occurrence.approve());
    }

    private Run end(UUID runId, RunTally tally) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Run run = runs.get(runId);
            run.end(tally);
            // Somebody is needed when not all that is due was made.
            LOG.logf(
                    run.status() == Run.Status.DONE ? Logger.Level.INFO : Logger.Level.WARN,
                    "Run %s from %s to %s: %d due, %d invoices made, %d existed, %d failed, %d remain, %s net",
                    runId,
                    run.dueFrom(),
                    run.dueTo(),
                    run.due(),
                    run.created(),
                    run.existing(),
                    run.failed(),
                    run.remaining(),
                    run.totalNet());
            return run;
        });
    }
}
