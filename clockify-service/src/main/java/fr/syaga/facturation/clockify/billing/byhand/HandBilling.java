package fr.syaga.facturation.clockify.billing.byhand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.invoicing.Invoice;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Billed;
import fr.syaga.facturation.clockify.timesheet.DraftCheck;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.Rejection;

/** Says that hours stand on an invoice that a person wrote, so that no draft ever has them again, and takes it back. */
@ApplicationScoped
class HandBilling {

    private final TimeEntries entries;
    private final InvoicingClient invoicing;
    private final Categorisation categorisation;
    private final HourlyRates rates;
    private final DraftCheck drafts;

    HandBilling(
            TimeEntries entries,
            InvoicingClient invoicing,
            Categorisation categorisation,
            HourlyRates rates,
            DraftCheck drafts) {
        this.entries = entries;
        this.invoicing = invoicing;
        this.categorisation = categorisation;
        this.rates = rates;
        this.drafts = drafts;
    }

    /** All of them or, with a sentence, none; those that are on that invoice already stay there. */
    List<TimeEntryView> bill(UUID invoiceId, Collection<String> ids) {
        Invoice invoice = invoicing.invoices(List.of(invoiceId)).get(invoiceId);
        if (invoice == null) {
            throw Rejection.notFound("invoice", invoiceId);
        }
        refuseOther(invoice);
        releaseGoneDraftsOf(ids);
        return QuarkusTransaction.requiringNew().call(() -> {
            entries.lock();
            List<TimeEntry> found = found(ids);
            List<TimeEntry> free = new ArrayList<>();
            for (TimeEntry entry : found) {
                if (isFree(entry, invoice)) {
                    free.add(entry);
                }
            }
            PriceList prices = rates.prices();
            free.forEach(entry -> entry.billByHand(invoiceId, Worth.price(entry, prices)));
            return views(found);
        });
    }

    private static void refuseOther(Invoice invoice) {
        if (invoice.isCancelled()) {
            throw Rejection.conflict(
                    "invoice-cancelled", "The invoice is cancelled: no hours stand on it. Name another one.");
        }
        if (!invoice.isInvoice()) {
            throw Rejection.conflict("not-an-invoice", "The document is no invoice: only an invoice has hours.");
        }
    }

    private static boolean isFree(TimeEntry entry, Invoice invoice) {
        String name = name(entry);
        if (entry.isBilled()) {
            UUID by = entry.billed().map(Billed::invoice).orElse(null);
            if (invoice.id().equals(by)) {
                return false;
            }
            throw Rejection.conflict(
                    "already-billed",
                    "%s is on %s already; %s first."
                            .formatted(
                                    name,
                                    by == null ? "a draft that is about to be made" : "invoice " + by,
                                    entry.isDrafted()
                                            ? "drop that draft"
                                            : "take it back with POST /time-entries/unbilled"));
        }
        if (entry.isRunning() || entry.isInConflict()) {
            throw Rejection.conflict(
                    entry.isRunning() ? "timer-running" : "in-conflict",
                    "%s is not settled: its timer runs, or a file contradicts Clockify on it.".formatted(name));
        }
        if (entry.customerCode() != null && !entry.customerCode().equals(invoice.customerCode())) {
            throw Rejection.conflict(
                    "other-customer",
                    "%s is time of %s, and the invoice is %s's; leave it out, or set its customer first."
                            .formatted(name, entry.customerCode(), invoice.customerCode()));
        }
        return true;
    }

    /** What is on no invoice stays so; what is on a draft of ours goes only with the draft. */
    List<TimeEntryView> unbill(Collection<String> ids) {
        releaseGoneDraftsOf(ids);
        Judge judge = categorisation.judge();
        return QuarkusTransaction.requiringNew().call(() -> {
            entries.lock();
            List<TimeEntry> found = found(ids);
            for (TimeEntry entry : found) {
                if (entry.isDrafted()) {
                    throw Rejection.conflict(
                            "already-billed",
                            "%s is on a draft that its time made; drop the draft instead.".formatted(name(entry)));
                }
            }
            found.forEach(TimeEntry::releaseByPerson);
            entries.judge(found, judge);
            return views(found);
        });
    }

    private void releaseGoneDraftsOf(Collection<String> ids) {
        drafts.releaseGone(QuarkusTransaction.requiringNew()
                .call(() -> entries.byAnyIds(ids).stream().map(TimeEntry::id).toList()));
    }

    private List<TimeEntry> found(Collection<String> ids) {
        List<TimeEntry> found = entries.byAnyIds(ids);
        TreeSet<String> missing = new TreeSet<>(ids);
        for (TimeEntry entry : found) {
            missing.removeIf(id -> id.equalsIgnoreCase(entry.id().toString()) || id.equals(entry.clockifyId()));
        }
        if (!missing.isEmpty()) {
            throw Rejection.notFound("time entry", String.join(", ", missing));
        }
        return found;
    }

    private List<TimeEntryView> views(List<TimeEntry> found) {
        PriceList prices = rates.prices();
        return found.stream().map(entry -> TimeEntryView.of(entry, prices)).toList();
    }

    private static String name(TimeEntry entry) {
        String id = entry.clockifyId() == null ? entry.id().toString() : entry.clockifyId();
        String text = entry.details().description();
        return "The entry %s of %s%s".formatted(id, entry.day(), text == null ? "" : " (" + text + ")");
    }
}
