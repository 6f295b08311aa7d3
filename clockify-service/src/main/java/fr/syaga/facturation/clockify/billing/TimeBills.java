package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

    TimeBills(BillingPlan plan, BillingItems items, TimeEntries entries, HourlyRates rates, BillingTerms terms) {
        this.plan = plan;
        this.items = items;
        this.entries = entries;
        this.rates = rates;
        this.terms = terms;
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
        return items.live(month).stream()
                .filter(item -> item.customerCode().equals(customerCode))
                .findFirst()
                .map(item -> bill(month, entries.ofItem(item.id()), item.hours()))
                .orElseGet(() -> open(customerCode, month));
    }

    private TimeBill open(String customerCode, YearMonth month) {
        return OpenTime.byCustomer(plan.open(month)).stream()
                .filter(time -> time.customerCode().equals(customerCode))
                .findFirst()
                .map(time -> time.bill(month, terms, rates.prices()))
                .map(bill -> bill(month, bill.entries(), sum(bill.lines())))
                .orElseGet(() -> bill(month, List.of(), BigDecimal.ZERO));
    }

    private TimeBill bill(YearMonth month, List<TimeEntry> all, BigDecimal hours) {
        Map<Boolean, List<TimeEntry>> byLateness = all.stream()
                .collect(Collectors.partitioningBy(
                        entry -> YearMonth.from(entry.day()).isBefore(month)));
        List<TimeEntry> late = byLateness.get(true);
        return new TimeBill(byLateness.get(false), late, hours.setScale(2), lateHours(late));
    }

    private BigDecimal lateHours(List<TimeEntry> late) {
        PriceList prices = rates.prices();
        return late.stream().collect(Collectors.groupingBy(entry -> YearMonth.from(entry.day()))).entrySet().stream()
                .map(each -> terms.hours(each.getKey(), each.getValue(), prices))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }

    private static BigDecimal sum(List<BilledLine> lines) {
        return lines.stream().map(BilledLine::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
