package fr.syaga.facturation.clockify.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.edge.BusinessDate;

/** What is, would be and cannot be billed of a month, without changing any of it. */
@ApplicationScoped
class BillingOverview {

    private final BillingPlan plan;
    private final BillingItems items;
    private final TimeEntries entries;
    private final Categorisation categorisation;
    private final HourlyRates rates;
    private final BillingTerms terms;
    private final BusinessDate businessDate;

    BillingOverview(
            BillingPlan plan,
            BillingItems items,
            TimeEntries entries,
            Categorisation categorisation,
            HourlyRates rates,
            BillingTerms terms,
            BusinessDate businessDate) {
        this.plan = plan;
        this.items = items;
        this.entries = entries;
        this.categorisation = categorisation;
        this.rates = rates;
        this.terms = terms;
        this.businessDate = businessDate;
    }

    @Transactional
    BillingPreview preview(YearMonth month) {
        PriceList prices = rates.prices();
        Instant contractsAsOf = categorisation.contractsAsOf();
        List<BillingItem> live = items.live(month);
        Set<String> billed = new HashSet<>();
        live.forEach(item -> billed.add(item.customerCode()));
        Stream<BillingPreview.CustomerBill> done = live.stream()
                .map(item -> BillingPreview.CustomerBill.of(item.customerCode(), item.lines(), item.invoiceId()));
        Stream<BillingPreview.CustomerBill> open = OpenTime.byCustomer(plan.open(month)).stream()
                .filter(time -> !billed.contains(time.customerCode()))
                .map(time -> BillingPreview.CustomerBill.of(
                        time.customerCode(), time.bill(month, terms, prices).lines(), null))
                .filter(bill -> !bill.lines().isEmpty());
        List<BillingPreview.CustomerBill> customers = Stream.concat(done, open)
                .sorted(java.util.Comparator.comparing(BillingPreview.CustomerBill::customerCode))
                .toList();
        return BillingPreview.of(month, isOver(month), customers, unmapped(month), adjustments(month), contractsAsOf);
    }

    /** Whether the last day of the month has passed, so that nobody tracks time of it any more. */
    boolean isOver(YearMonth month) {
        return month.atEndOfMonth().isBefore(businessDate.today());
    }

    @Transactional
    List<UnmappedTime> unmapped(YearMonth month) {
        return UnmappedTime.of(entries.ofMonth(month), rates.prices());
    }

    /** Late time of the month for customers who have their bill, and billed time that is no longer what was billed. */
    @Transactional
    List<Adjustment> adjustments(YearMonth month) {
        Judge judge = categorisation.judge();
        PriceList prices = rates.prices();
        List<BillingItem> live = items.live(month);
        List<UUID> ids = live.stream().map(BillingItem::id).toList();
        Set<String> billed = new HashSet<>();
        live.forEach(item -> billed.add(item.customerCode()));
        List<Adjustment> adjustments = new ArrayList<>();
        plan.open(month).stream()
                .filter(entry -> billed.contains(entry.customerCode()))
                .forEach(entry -> adjustments.add(Adjustment.late(entry, prices)));
        entries.changedSinceBilled(ids)
                .forEach(entry -> entry.billed()
                        .flatMap(then -> Adjustment.ofBilled(entry, then, judge.verdict(entry), prices))
                        .ifPresent(adjustments::add));
        return adjustments;
    }
}
