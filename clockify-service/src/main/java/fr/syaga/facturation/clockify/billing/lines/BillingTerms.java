package fr.syaga.facturation.clockify.billing.lines;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;

import fr.syaga.facturation.clockify.layout.BilledUnit;
import fr.syaga.facturation.clockify.layout.LayoutGroup;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** The rules by which time becomes lines: one a description and price, its time rounded once; settings, wrong ones stop the start. */
@Startup
@ApplicationScoped
public class BillingTerms {

    private final LineBy linesBy;
    private final HourRounding rounding;

    @Inject
    BillingTerms(BillingConfig config) {
        this(config.linesBy(), new HourRounding(config.roundUpToMinutes(), config.roundEach()));
    }

    BillingTerms(LineBy linesBy, HourRounding rounding) {
        this.linesBy = linesBy;
        this.rounding = rounding;
    }

    /**
     * The lines of a month's FACTURABLE time, those of no printed hour left out.
     *
     * @param late the month is an earlier one than the bill's
     */
    List<Bill.Measured> lines(YearMonth month, boolean late, List<TimeEntry> entries, PriceList prices) {
        Map<Kind, List<TimeEntry>> byKind = new TreeMap<>();
        for (TimeEntry entry : entries) {
            Kind kind = new Kind(linesBy.description(entry.details()), Worth.price(entry, prices));
            byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(entry);
        }
        return byKind.entrySet().stream()
                .map(each -> line(each.getKey(), month, late, each.getValue()))
                .filter(measured -> measured.line().isWorthBilling())
                .toList();
    }

    private Bill.Measured line(Kind kind, YearMonth month, boolean late, List<TimeEntry> entries) {
        BilledLine line = BilledLine.of(kind.description(), month, late, rounding.seconds(entries), kind.price());
        return new Bill.Measured(line, entries, kind.price());
    }

    /** The lines of a layout's group: one a price, and one where the group has a price of its own. */
    List<Bill.Measured> lines(
            LayoutGroup group, YearMonth month, boolean late, List<TimeEntry> entries, PriceList prices) {
        Map<BigDecimal, List<TimeEntry>> byPrice = entries.stream()
                .collect(
                        Collectors.groupingBy(entry -> price(group, entry, prices), TreeMap::new, Collectors.toList()));
        return byPrice.entrySet().stream()
                .map(each -> new Bill.Measured(
                        BilledLine.of(group, month, late, seconds(group, each.getValue()), each.getKey()),
                        each.getValue(),
                        group.hourPrice(each.getKey())))
                .filter(measured -> measured.line().isWorthBilling())
                .toList();
    }

    private static BigDecimal price(LayoutGroup group, TimeEntry entry, PriceList prices) {
        return group.unitPrice() == null ? Worth.price(entry, prices) : group.unitPrice();
    }

    /** What is measured; where hours are billed and the group has no step of its own, as the settings round. */
    private long seconds(LayoutGroup group, List<TimeEntry> entries) {
        boolean asSet = group.unit() == BilledUnit.HOUR && group.roundUpTo() == null;
        return (asSet ? rounding : HourRounding.NONE).seconds(entries);
    }

    /** What is on one line. */
    private record Kind(String description, BigDecimal price) implements Comparable<Kind> {

        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::description).thenComparing(Kind::price);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }
}
