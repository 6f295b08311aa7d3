package fr.syaga.facturation.clockify.billing.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.billing.byhand.HandWritten;
import fr.syaga.facturation.clockify.billing.byhand.WrittenInvoices;
import fr.syaga.facturation.clockify.billing.plan.BillingItem;
import fr.syaga.facturation.clockify.billing.plan.BillingPlan;
import fr.syaga.facturation.clockify.billing.preview.BillingOverview;
import fr.syaga.facturation.clockify.billing.preview.BillingPreview;
import fr.syaga.facturation.clockify.billing.preview.BillingWarning;
import fr.syaga.facturation.clockify.billing.preview.HeldBill;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.invoicing.DraftResult;
import fr.syaga.facturation.clockify.invoicing.Invoice;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;

/**
 * Bills a month: frees what was dropped, writes down what is to be billed, asks invoice-service for the drafts, takes in the
 * answers. It can break off anywhere and be called again; what was written down is asked for again in the same words.
 */
@ApplicationScoped
class BillingRun {

    private static final Logger LOG = Logger.getLogger(BillingRun.class);
    private static final int DRAFTS_A_CALL = 500;

    private final BillingPlan plan;
    private final BillingOverview overview;
    private final Categorisation categorisation;
    private final InvoicingClient invoicing;
    private final WrittenInvoices written;

    BillingRun(
            BillingPlan plan,
            BillingOverview overview,
            Categorisation categorisation,
            InvoicingClient invoicing,
            WrittenInvoices written) {
        this.plan = plan;
        this.overview = overview;
        this.categorisation = categorisation;
        this.invoicing = invoicing;
        this.written = written;
    }

    /** @param despite true: customers with time that cannot be are billed as well */
    BillingRunView run(YearMonth month, boolean despite, Instant now) {
        Map<UUID, Invoice> invoices = refresh(month);
        Map<String, List<HandWritten>> byHand = written.of(month, written.around(month));
        UUID runId = plan.begin(month, now);
        plan.plan(runId, month, despite);
        Outcome outcome = new Outcome();
        List<BillingItem> planned =
                plan.live(month).stream().filter(BillingItem::isPlanned).toList();
        for (int from = 0; from < planned.size(); from += DRAFTS_A_CALL) {
            send(planned.subList(from, Math.min(planned.size(), from + DRAFTS_A_CALL)), invoices, outcome);
        }
        plan.finish(runId, Instant.now());
        BillingRunView view = view(runId, month, invoices, outcome, overview.rest(month, despite), byHand);
        LOG.infof(
                "Billed %s: %d drafts created, %d there already, %s h, %s EUR net, %d refused, %d held",
                month,
                view.created(),
                view.existing(),
                view.totalHours(),
                view.totalNet(),
                view.failed().size(),
                view.held().size());
        return view;
    }

    /** What is and would be billed of a month; 503 while a neighbour is down. */
    BillingPreview preview(YearMonth month) {
        Categorisation.Neighbours neighbours = categorisation.ask();
        Map<UUID, Invoice> invoices = invoicesOf(plan.live(month));
        List<Invoice> around = written.around(month);
        return categorisation.rehearse(neighbours, () -> {
            bringUpToDate(month, invoices);
            return overview.preview(month, written.of(month, around));
        });
    }

    /** Brings a month up to date before it is billed; 503 while a neighbour is down. */
    private Map<UUID, Invoice> refresh(YearMonth month) {
        categorisation.refresh();
        Map<UUID, Invoice> invoices = invoicesOf(plan.live(month));
        bringUpToDate(month, invoices);
        return invoices;
    }

    private void bringUpToDate(YearMonth month, Map<UUID, Invoice> invoices) {
        plan.releaseGone(plan.live(month), invoices);
        // Late time was judged when it came; a contract that covers it may have been agreed since.
        plan.lateMonths(month).forEach(categorisation::judgeAgain);
        categorisation.judgeAgain(month);
    }

    private Map<UUID, Invoice> invoicesOf(List<BillingItem> live) {
        List<UUID> ids = live.stream()
                .filter(BillingItem::isBilled)
                .map(BillingItem::invoiceId)
                .toList();
        return new HashMap<>(invoicing.invoices(ids));
    }

    /** What came of the drafts that this run asked for. */
    private static final class Outcome {

        private int created;
        private final List<BillingRunView.Failure> failed = new ArrayList<>();
    }

    private void send(List<BillingItem> planned, Map<UUID, Invoice> invoices, Outcome outcome) {
        List<DraftResult> results =
                invoicing.draft(planned.stream().map(BillingItem::draft).toList());
        List<Boolean> settled = plan.settle(planned, results);
        for (int i = 0; i < planned.size(); i++) {
            BillingItem item = planned.get(i);
            DraftResult result = results.get(i);
            if (settled.get(i)) {
                invoices.put(result.invoice().id(), result.invoice());
                outcome.created += result.result() == DraftResult.Result.CREATED ? 1 : 0;
            } else {
                String reason = result.problem() == null
                        ? "the invoice of this reference was cancelled; run again"
                        : result.problem().detail();
                String type = result.problem() == null ? null : result.problem().type();
                outcome.failed.add(
                        new BillingRunView.Failure(item.customerCode(), item.group(), item.reference(), type, reason));
            }
        }
    }

    private BillingRunView view(
            UUID runId,
            YearMonth month,
            Map<UUID, Invoice> invoices,
            Outcome outcome,
            BillingOverview.Rest rest,
            Map<String, List<HandWritten>> byHand) {
        List<BillingItem> billed =
                plan.live(month).stream().filter(BillingItem::isBilled).toList();
        // A run beside this one may have made some of them meanwhile.
        List<UUID> unread = billed.stream()
                .map(BillingItem::invoiceId)
                .filter(id -> !invoices.containsKey(id))
                .toList();
        invoices.putAll(invoicing.invoices(unread));
        List<BillingRunView.DraftView> drafts = billed.stream()
                .filter(item -> invoices.containsKey(item.invoiceId()))
                .map(item -> BillingRunView.DraftView.of(item, invoices.get(item.invoiceId())))
                .toList();
        return new BillingRunView(
                runId,
                month,
                overview.isOver(month),
                outcome.created,
                drafts.size() - outcome.created,
                sum(drafts.stream().map(BillingRunView.DraftView::hours).toList()),
                sum(drafts.stream().map(BillingRunView.DraftView::netAmount).toList()),
                drafts,
                rest.unmapped(),
                outcome.failed,
                rest.held(),
                sum(rest.held().stream().map(HeldBill::hours).toList()),
                sum(rest.held().stream().map(HeldBill::netAmount).toList()),
                rest.adjustments(),
                Stream.concat(handWritten(drafts, byHand), rest.warnings().stream())
                        .toList());
    }

    private static Stream<BillingWarning> handWritten(
            List<BillingRunView.DraftView> drafts, Map<String, List<HandWritten>> byHand) {
        return drafts.stream()
                .map(BillingRunView.DraftView::customerCode)
                .distinct()
                .filter(byHand::containsKey)
                .map(customer -> BillingWarning.of(customer, byHand.get(customer)));
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2);
    }
}
