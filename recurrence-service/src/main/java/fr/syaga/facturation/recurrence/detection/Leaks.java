package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Holds a contract's invoices against its calendar and its prices. What was made up for later is not missing. */
final class Leaks {

    /**
     * Two invoices of one amount within five days may be one invoice made twice. Further apart they are another service: in invented
     * companies 57 of 58 doubles were closer, and four in ten of those that only looked so were not.
     */
    private static final int DOUBLE_DAYS = 5;

    private final Ledger ledger;
    private final Track track;
    private final Schedule schedule;
    private final AgreedPrices prices;
    private final List<Leak> leaks = new ArrayList<>();

    private Leaks(Ledger ledger, Track track, Schedule schedule) {
        this.ledger = ledger;
        this.track = track;
        this.schedule = schedule;
        this.prices = new AgreedPrices(track);
    }

    static List<Leak> of(Ledger ledger, Track track, Verdict verdict, LocalDate asOf) {
        Leaks leaks = new Leaks(ledger, track, verdict.schedule());
        Surplus surplus = new Surplus(ledger, track, leaks.prices);
        surplus.makeUpFor(leaks.missed(verdict), asOf).forEach(leaks::missing);
        leaks.doubles();
        leaks.amounts(surplus);
        leaks.leaks.sort(Comparator.comparing(Leak::dueOn).thenComparing(Leak::kind));
        return List.copyOf(leaks.leaks);
    }

    /** Every invoice of a rare contract is one of a denser contract made twice: it is no contract. */
    static boolean areDoubles(Track rare, Track dense) {
        return rare.step() > dense.step()
                && rare.hits().stream().map(Hit::invoice).allMatch(each -> isOnceMoreIn(dense, each));
    }

    static boolean isOnceMoreIn(Track track, Billed invoice) {
        return track.hits().stream()
                .map(Hit::invoice)
                .anyMatch(each ->
                        each.cents == invoice.cents && Math.abs(each.epochDay - invoice.epochDay) <= DOUBLE_DAYS);
    }

    /**
     * The due months without an invoice, ascending. Of those before several that were made together the oldest were made up for, so
     * the last ones are missed.
     */
    private List<Integer> missed(Verdict verdict) {
        List<Integer> missed = new ArrayList<>();
        int slot = track.first().slot();
        while (slot <= track.last().slot()) {
            int holes = 0;
            for (; track.at(slot) == null; slot += track.step()) {
                holes++;
            }
            int late = 0;
            for (; holes > 0 && track.at(slot).shifted(); slot += track.step()) {
                late++;
            }
            for (int n = 0; n < holes; n++) {
                missed.add(slot - (holes - n) * track.step());
            }
            slot += late == 0 || holes == 0 ? track.step() : 0;
        }
        if (verdict.status() == PatternStatus.ACTIVE) {
            for (int n = 1; n <= verdict.missed(); n++) {
                missed.add(track.last().slot() + n * track.step());
            }
        }
        return missed;
    }

    private void missing(int slot) {
        leaks.add(new Leak(Leak.Kind.MISSING, due(slot), null, euros(prices.at(slot)), euros(0)));
    }

    private void doubles() {
        for (Hit hit : track.hits()) {
            Billed invoice = hit.invoice();
            ledger.freeBetween(invoice.epochDay - DOUBLE_DAYS, invoice.epochDay + DOUBLE_DAYS).stream()
                    .filter(each -> each.cents == invoice.cents)
                    .forEach(each -> {
                        ledger.claim(each);
                        leaks.add(new Leak(
                                Leak.Kind.DOUBLE,
                                due(hit.slot()),
                                each.number,
                                euros(invoice.cents),
                                euros(each.cents)));
                    });
        }
    }

    private void amounts(Surplus surplus) {
        for (Hit hit : track.hits()) {
            if (prices.isOdd(hit) && !surplus.explains(hit)) {
                leaks.add(new Leak(
                        Leak.Kind.AMOUNT,
                        due(hit.slot()),
                        hit.invoice().number,
                        euros(prices.at(hit.slot())),
                        euros(hit.invoice().cents)));
            }
        }
    }

    private LocalDate due(int slot) {
        return Months.date(slot, schedule.dayOfMonth());
    }

    private static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
