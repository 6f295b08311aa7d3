package fr.syaga.facturation.clockify.billing.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.BillingTerms;
import fr.syaga.facturation.clockify.billing.lines.DoubtfulTime;
import fr.syaga.facturation.clockify.billing.lines.MonthTime;
import fr.syaga.facturation.clockify.billing.lines.OpenTime;
import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.clockify.invoicing.DraftResult;
import fr.syaga.facturation.clockify.invoicing.Invoice;
import fr.syaga.facturation.clockify.layout.BillingLayout;
import fr.syaga.facturation.clockify.layout.Layouts;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.EntryUpdates;
import fr.syaga.facturation.clockify.timesheet.Reservation;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** What billing writes down, each step in a transaction of its own and none of them with a remote call inside. */
@ApplicationScoped
public class BillingPlan {

    private static final int SERVER_ERROR = 500;

    private final BillingItems items;
    private final BillingRunRecords runs;
    private final TimeEntries entries;
    private final EntryUpdates updates;
    private final FreeTime free;
    private final HourlyRates rates;
    private final BillingTerms terms;
    private final Layouts layouts;
    private final Doubts doubts;

    BillingPlan(
            BillingItems items,
            BillingRunRecords runs,
            TimeEntries entries,
            EntryUpdates updates,
            FreeTime free,
            HourlyRates rates,
            BillingTerms terms,
            Layouts layouts,
            Doubts doubts) {
        this.items = items;
        this.runs = runs;
        this.entries = entries;
        this.updates = updates;
        this.free = free;
        this.rates = rates;
        this.terms = terms;
        this.layouts = layouts;
        this.doubts = doubts;
    }

    @Transactional
    public UUID begin(YearMonth month, Instant now) {
        BillingRunRecord run = new BillingRunRecord(month, now);
        runs.persist(run);
        return run.id();
    }

    @Transactional
    public void finish(UUID runId, Instant now) {
        runs.findById(runId).finish(now);
    }

    @Transactional
    public List<BillingItem> live(YearMonth month) {
        return items.live(month);
    }

    /** The bills that hold some of these entries. */
    @Transactional
    public List<BillingItem> holding(Collection<UUID> entryIds) {
        List<UUID> ids = entries.byIds(entryIds).stream()
                .filter(TimeEntry::isDrafted)
                .map(entry -> entry.billed().orElseThrow().item())
                .distinct()
                .toList();
        return ids.isEmpty() ? List.of() : items.list("id in ?1", ids);
    }

    /** Frees the time of drafts that were dropped and of invoices that were cancelled. */
    @Transactional
    public void releaseGone(Collection<BillingItem> asked, Map<UUID, Invoice> invoices) {
        entries.lock();
        for (BillingItem item : items.mapOf(asked).values()) {
            if (item.isBilled()) {
                Invoice invoice = invoices.get(item.invoiceId());
                if (invoice == null) {
                    release(item, BillingItem.ReleaseReason.DROPPED, null);
                } else if (invoice.isCancelled()) {
                    release(item, BillingItem.ReleaseReason.CANCELLED, null);
                }
            }
        }
    }

    private void release(BillingItem item, BillingItem.ReleaseReason reason, String why) {
        entries.ofItem(item.id()).forEach(TimeEntry::release);
        item.release(reason, why);
        items.flush();
    }

    /**
     * Writes down what each customer without a bill of this month is billed, and locks the time to it.
     *
     * @param despite true: customers with time that cannot be are billed as well
     */
    @Transactional
    public void plan(UUID runId, YearMonth month, boolean despite) {
        entries.lock();
        MonthTime time = free.of(month);
        takeIntoFixedPrices(time);
        List<BillingItem> known = items.ofMonth(month);
        BilledParts parts = new BilledParts(known);
        List<Bill> open =
                bills(month, open(time)).stream().filter(parts::isFree).toList();
        Set<String> held = despite ? Set.of() : customersHeld(open);
        List<Reservation> reserved = new ArrayList<>();
        int position = 0;
        for (Bill bill : open) {
            if (!held.contains(bill.customerCode())) {
                BillingItem item = new BillingItem(runId, bill, month, reference(bill, month, known), position++);
                items.persist(item);
                bill.measured()
                        .forEach(line -> line.entries()
                                .forEach(entry -> reserved.add(new Reservation(entry, item.id(), line.hourPrice()))));
            }
        }
        items.flush();
        updates.reserve(reserved);
    }

    private Set<String> customersHeld(List<Bill> open) {
        List<TimeEntry> time =
                open.stream().flatMap(bill -> bill.entries().stream()).toList();
        return new DoubtfulTime(doubts.about(time)).customersHeld(open);
    }

    /** Late time whose month has its price on a bill belongs to that bill. */
    private void takeIntoFixedPrices(MonthTime time) {
        FixedPrices fixed = new FixedPrices(layouts.byCustomer(), items);
        for (TimeEntry entry : time.free()) {
            fixed.covering(entry).ifPresent(item -> {
                entry.reserve(item.id(), BigDecimal.ZERO.setScale(2));
                if (item.isBilled()) {
                    entry.bill(item.invoiceId());
                }
            });
        }
    }

    /** What would be billed of a month now, customer by customer. */
    public List<Bill> bills(YearMonth month) {
        return bills(month, open(free.of(month)));
    }

    /** The bills of a month that would have this time on them, customer by customer. */
    public List<Bill> bills(YearMonth month, List<TimeEntry> open) {
        PriceList prices = rates.prices();
        Map<String, BillingLayout> byCustomer = layouts.byCustomer();
        return OpenTime.byCustomer(open).stream()
                .flatMap(time -> time.bills(month, byCustomer.get(time.customerCode()), terms, prices).stream())
                .toList();
    }

    /** A dropped draft leaves its reference free; a cancelled invoice keeps it, so that the next one is numbered. */
    private static String reference(Bill bill, YearMonth month, List<BillingItem> known) {
        long cancelled =
                known.stream().filter(item -> item.isCancelledOneOf(bill)).count();
        String part = bill.part().isEmpty() ? "" : ":" + bill.part();
        return "time:%s:%s%s%s"
                .formatted(bill.customerCode(), month, part, cancelled == 0 ? "" : ":" + (cancelled + 1));
    }

    /** The earlier months that have time on the next bill. */
    @Transactional
    public Set<YearMonth> lateMonths(YearMonth month) {
        return items.late(month).stream()
                .map(entry -> YearMonth.from(entry.day()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Free FACTURABLE time of the month, and late time of months that were billed before; what a fixed price covers is in it. */
    public List<TimeEntry> open(MonthTime time) {
        FixedPrices fixed = new FixedPrices(layouts.byCustomer(), items);
        return time.free().stream()
                .filter(entry -> fixed.covering(entry).isEmpty())
                .toList();
    }

    /** Takes in the answers for some items, each at the place of its item; says of each whether its time is on a draft now. */
    @Transactional
    public List<Boolean> settle(List<BillingItem> planned, List<DraftResult> results) {
        entries.lock();
        Map<UUID, BillingItem> byId = items.mapOf(planned);
        Map<UUID, UUID> invoices = new LinkedHashMap<>();
        List<Boolean> there = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            BillingItem item = byId.get(planned.get(i).id());
            // Another run may have been quicker and taken in the same answer.
            if (item.isPlanned() && settle(item, results.get(i))) {
                invoices.put(item.id(), item.invoiceId());
            }
            there.add(item.isBilled());
        }
        items.flush();
        updates.bill(invoices);
        return there;
    }

    /** True when an invoice holds the item now. */
    private boolean settle(BillingItem item, DraftResult result) {
        boolean there = result.result() != DraftResult.Result.FAILED && result.invoice() != null;
        if (there && !result.invoice().isCancelled()) {
            item.bill(result.invoice().id());
            return true;
        }
        if (there) {
            release(item, BillingItem.ReleaseReason.CANCELLED, null);
        } else if (result.problem() != null && result.problem().status() < SERVER_ERROR) {
            release(item, BillingItem.ReleaseReason.REFUSED, result.problem().detail());
        }
        return false;
    }
}
