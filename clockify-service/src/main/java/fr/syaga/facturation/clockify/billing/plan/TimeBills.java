package fr.syaga.facturation.clockify.billing.plan;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.BilledLine;
import fr.syaga.facturation.clockify.billing.lines.BillingTerms;
import fr.syaga.facturation.clockify.billing.lines.OpenTime;
import fr.syaga.facturation.clockify.layout.BillingLayout;
import fr.syaga.facturation.clockify.layout.Layouts;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** The bill of a customer's month seen from its time: as it was made, or as it would be made now. */
@ApplicationScoped
public class TimeBills {

    private final BillingPlan plan;
    private final BillingItems items;
    private final TimeEntries entries;
    private final HourlyRates rates;
    private final BillingTerms terms;
    private final Layouts layouts;

    TimeBills(
            BillingPlan plan,
            BillingItems items,
            TimeEntries entries,
            HourlyRates rates,
            BillingTerms terms,
            Layouts layouts) {
        this.plan = plan;
        this.items = items;
        this.entries = entries;
        this.rates = rates;
        this.terms = terms;
        this.layouts = layouts;
    }

    /**
     * The time of one bill.
     *
     * @param own of the bill's month
     * @param late of earlier months, which were billed before it came
     * @param hours of all lines, as printed
     * @param lateHours the part of them that came late
     */
    public record TimeBill(List<TimeEntry> own, List<TimeEntry> late, BigDecimal hours, BigDecimal lateHours) {}

    @Transactional
    public TimeBill of(String customerCode, YearMonth month) {
        List<BillingItem> made = items.live(month).stream()
                .filter(item -> item.customerCode().equals(customerCode))
                .toList();
        if (!made.isEmpty()) {
            return bill(
                    month,
                    made.stream()
                            .flatMap(item -> entries.ofItem(item.id()).stream())
                            .sorted(Comparator.comparing(TimeEntry::startedAt).thenComparing(TimeEntry::id))
                            .toList(),
                    made.stream().map(BillingItem::hours).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        List<Bill> open = plan.bills(month).stream()
                .filter(bill -> bill.customerCode().equals(customerCode))
                .toList();
        return bill(
                month,
                open.stream().flatMap(bill -> bill.entries().stream()).toList(),
                open.stream()
                        .flatMap(bill -> bill.lines().stream())
                        .map(BilledLine::hours)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private TimeBill bill(YearMonth month, List<TimeEntry> all, BigDecimal hours) {
        Map<Boolean, List<TimeEntry>> byLateness = all.stream()
                .collect(Collectors.partitioningBy(
                        entry -> YearMonth.from(entry.day()).isBefore(month)));
        List<TimeEntry> late = byLateness.get(true);
        return new TimeBill(byLateness.get(false), late, hours.setScale(2), lateHours(month, late));
    }

    private BigDecimal lateHours(YearMonth month, List<TimeEntry> late) {
        PriceList prices = rates.prices();
        Map<String, BillingLayout> byCustomer = layouts.byCustomer();
        return OpenTime.byCustomer(late).stream()
                .flatMap(time -> time.bills(month, byCustomer.get(time.customerCode()), terms, prices).stream())
                .flatMap(bill -> bill.lines().stream())
                .map(BilledLine::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }
}
