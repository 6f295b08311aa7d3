package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Holds a contract's invoices against its calendar and its prices. */
final class Leaks {

    /**
     * Two invoices of one amount within five days may be one invoice made twice. Further apart they are another service: in invented
     * companies 57 of 58 doubles were closer, and four in ten of those that only looked so were not.
     */
    private static final int DOUBLE_DAYS = 5;

    private final Ledger ledger;
    private final Track track;
    private final Schedule schedule;
    private final List<Leak> leaks = new ArrayList<>();

    private Leaks(Ledger ledger, Track track, Schedule schedule) {
        this.ledger = ledger;
        this.track = track;
        this.schedule = schedule;
    }

    static List<Leak> of(Ledger ledger, Track track, Verdict verdict) {
        Leaks leaks = new Leaks(ledger, track, verdict.schedule());
        leaks.missing(verdict);
        leaks.doublesAndAmounts();
        leaks.leaks.sort(Comparator.comparing(Leak::dueOn).thenComparing(Leak::kind));
        return List.copyOf(leaks.leaks);
    }

    private void missing(Verdict verdict) {
        long price = 0;
        for (int slot = track.first().slot(); slot <= track.last().slot(); slot += track.step()) {
            Hit hit = track.at(slot);
            price = hit == null ? price : hit.invoice().cents;
            if (hit == null) {
                missing(due(slot), price);
            }
        }
        if (verdict.status() == PatternStatus.ACTIVE) {
            for (int n = 1; n <= verdict.missed(); n++) {
                missing(schedule.due(n), price);
            }
        }
    }

    private void missing(LocalDate dueOn, long price) {
        leaks.add(new Leak(Leak.Kind.MISSING, dueOn, null, euros(price), euros(0)));
    }

    private void doublesAndAmounts() {
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
            Hit before = track.at(hit.slot() - track.step());
            Hit after = nextOtherAmount(hit);
            if (before != null
                    && after != null
                    && before.invoice().cents != invoice.cents
                    && before.invoice().cents == after.invoice().cents) {
                leaks.add(new Leak(
                        Leak.Kind.AMOUNT,
                        due(hit.slot()),
                        invoice.number,
                        euros(after.invoice().cents),
                        euros(invoice.cents)));
            }
        }
    }

    /** The first of the next two invoices that asks for another amount than this one. */
    private Hit nextOtherAmount(Hit hit) {
        for (int n = 1; n <= 2; n++) {
            Hit next = track.at(hit.slot() + n * track.step());
            if (next != null && next.invoice().cents != hit.invoice().cents) {
                return next;
            }
        }
        return null;
    }

    private LocalDate due(int slot) {
        return Months.date(slot, schedule.dayOfMonth());
    }

    private static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
