package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Worth;

/** The rules by which time becomes lines: one a description and price, its time rounded once; settings, wrong ones stop the start. */
@Startup
@ApplicationScoped
class BillingTerms {

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

    /** A line and the entries in it. */
    record Measured(BilledLine line, List<TimeEntry> entries) {}

    /**
     * The lines of a month's FACTURABLE time, those of no printed hour left out.
     *
     * @param late the month is an earlier one than the bill's
     */
    List<Measured> lines(YearMonth month, boolean late, List<TimeEntry> entries, PriceList prices) {
        Map<Kind, List<TimeEntry>> byKind = new TreeMap<>();
        for (TimeEntry entry : entries) {
            Kind kind = new Kind(linesBy.description(entry.work()), Worth.price(entry, prices));
            byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(entry);
        }
        return byKind.entrySet().stream()
                .map(each -> new Measured(
                        BilledLine.of(
                                each.getKey().description(),
                                month,
                                late,
                                rounding.seconds(each.getValue()),
                                each.getKey().price()),
                        each.getValue()))
                .filter(measured -> measured.line().isWorthBilling())
                .toList();
    }

    /** The hours that a month's FACTURABLE time has on a bill, line by line. */
    BigDecimal hours(YearMonth month, List<TimeEntry> entries, PriceList prices) {
        return lines(month, false, entries, prices).stream()
                .map(measured -> measured.line().hours())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
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
