package fr.syaga.facturation.clockify.billing.preview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.billing.byhand.HandWritten;
import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.DoubtfulTime;
import fr.syaga.facturation.clockify.billing.lines.MonthTime;
import fr.syaga.facturation.clockify.billing.plan.BilledParts;
import fr.syaga.facturation.clockify.billing.plan.BillingItem;
import fr.syaga.facturation.clockify.billing.plan.BillingItems;
import fr.syaga.facturation.clockify.billing.plan.BillingPlan;
import fr.syaga.facturation.clockify.billing.plan.FreeTime;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.doubt.DoubtView;
import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.BusinessDate;

/** What is, would be and cannot be billed of a month, without changing any of it. */
@ApplicationScoped
public class BillingOverview {

    private final BillingPlan plan;
    private final BillingItems items;
    private final TimeEntries entries;
    private final Categorisation categorisation;
    private final FreeTime free;
    private final HourlyRates rates;
    private final Doubts doubts;
    private final BusinessDate businessDate;

    BillingOverview(
            BillingPlan plan,
            BillingItems items,
            TimeEntries entries,
            Categorisation categorisation,
            FreeTime free,
            HourlyRates rates,
            Doubts doubts,
            BusinessDate businessDate) {
        this.plan = plan;
        this.items = items;
        this.entries = entries;
        this.categorisation = categorisation;
        this.free = free;
        this.rates = rates;
        this.doubts = doubts;
        this.businessDate = businessDate;
    }

    /** @param written by hand, by customer */
    @Transactional
    public BillingPreview preview(YearMonth month, Map<String, List<HandWritten>> written) {
        Instant contractsAsOf = categorisation.contractsAsOf();
        entries.readOnly();
        MonthBills bills = bills(month);
        Stream<BillingPreview.DraftPreview> done = bills.made().stream()
                .map(item ->
                        BillingPreview.DraftPreview.of(item, doubtful(bills.timeOf(item), bills.doubtful()), written));
        Stream<BillingPreview.DraftPreview> open = bills.open().stream()
                .map(bill -> BillingPreview.DraftPreview.of(
                        bill, bills.isHeld(bill), doubtful(bill.entries(), bills.doubtful()), written));
        // The sort is stable: a customer's drafts stay in the order of its layout.
        List<BillingPreview.DraftPreview> drafts = Stream.concat(done, open)
                .sorted(Comparator.comparing(BillingPreview.DraftPreview::customerCode))
                .toList();
        PriceList prices = rates.prices();
        return BillingPreview.of(
                month,
                isOver(month),
                drafts,
                UnmappedTime.of(bills.time().all(), prices),
                HeldTime.of(bills.time().billedElsewhere(), prices),
                HeldTime.of(bills.time().notApproved(), prices),
                adjustments(bills, prices),
                warnings(bills.doubtful()),
                contractsAsOf);
    }

    private MonthBills bills(YearMonth month) {
        MonthTime time = free.of(month);
        BilledParts parts = new BilledParts(items.ofMonth(month));
        List<BillingItem> made = items.live(month);
        List<TimeEntry> openTime = plan.open(time);
        List<Bill> all = plan.bills(month, openTime);
        List<Bill> open = all.stream().filter(parts::isFree).toList();
        Set<TimeEntry> looked = new LinkedHashSet<>(time.all());
        looked.addAll(openTime);
        List<TimeEntry> billed =
                entries.ofItems(made.stream().map(BillingItem::id).toList());
        looked.addAll(billed);
        DoubtfulTime doubtful = new DoubtfulTime(doubts.about(looked));
        Map<UUID, List<TimeEntry>> timeOfMade = billed.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.billed().orElseThrow().item()));
        return new MonthBills(
                time, parts, made, timeOfMade, openTime, all, open, doubtful.customersHeld(open), doubtful);
    }

    private List<DoubtView> doubtful(List<TimeEntry> time, DoubtfulTime doubtful) {
        return doubts.views(doubtful.of(time));
    }

    private List<BillingWarning> warnings(DoubtfulTime doubtful) {
        return doubts.views(doubtful.doubts()).stream().map(BillingWarning::of).toList();
    }

    /**
     * What a run left, and what a person should look at after it.
     *
     * @param held bills that wait for a person because of doubtful time; none where the run billed despite it
     * @param warnings the month's doubtful time, billed or not
     */
    public record Rest(
            List<UnmappedTime> unmapped,
            List<HeldBill> held,
            List<Adjustment> adjustments,
            List<BillingWarning> warnings) {}

    @Transactional
    public Rest rest(YearMonth month, boolean despite) {
        entries.readOnly();
        MonthBills bills = bills(month);
        PriceList prices = rates.prices();
        List<HeldBill> held = bills.open().stream()
                .filter(bill -> !despite && bills.isHeld(bill))
                .map(bill -> HeldBill.of(bill, doubtful(bill.entries(), bills.doubtful())))
                .toList();
        return new Rest(
                UnmappedTime.of(bills.time().all(), prices),
                held,
                adjustments(bills, prices),
                warnings(bills.doubtful()));
    }

    /** Whether the last day of the month has passed, so that nobody tracks time of it any more. */
    public boolean isOver(YearMonth month) {
        return month.atEndOfMonth().isBefore(businessDate.today());
    }

    /** Late time of the month for customers who have their bill, and billed time that is no longer what was billed. */
    private List<Adjustment> adjustments(MonthBills bills, PriceList prices) {
        List<Adjustment> adjustments = new ArrayList<>(late(bills, prices));
        List<TimeEntry> changed = entries.changedSinceBilled(
                bills.made().stream().map(BillingItem::id).toList());
        if (!changed.isEmpty()) {
            Judge judge = categorisation.judge();
            changed.forEach(entry -> entry.billed()
                    .flatMap(then -> Adjustment.ofBilled(entry, then, judge.verdict(entry), prices))
                    .ifPresent(adjustments::add));
        }
        return adjustments;
    }

    /** What waits for the next bill of customers who have theirs. */
    private static List<Adjustment> late(MonthBills bills, PriceList prices) {
        Set<UUID> billedNow = bills.open().stream()
                .flatMap(bill -> bill.entries().stream())
                .map(TimeEntry::id)
                .collect(Collectors.toSet());
        Map<UUID, BigDecimal> hourPrices = new HashMap<>();
        bills.all()
                .forEach(bill -> bill.measured()
                        .forEach(
                                line -> line.entries().forEach(entry -> hourPrices.put(entry.id(), line.hourPrice()))));
        return bills.openTime().stream()
                .filter(entry -> bills.parts().isBilled(entry.customerCode()) && !billedNow.contains(entry.id()))
                .map(entry -> Adjustment.late(entry, hourPrices.getOrDefault(entry.id(), Worth.price(entry, prices))))
                .toList();
    }
}
