package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Holds a contract's invoices against its calendar and its prices. What was made up for later is not missing. */
final class Leaks {

    private final Ledger ledger;
    private final CandidateContract candidate;
    private final Schedule schedule;
    private final AgreedPrices prices;
    private final List<Leak> leaks = new ArrayList<>();

    private Leaks(Ledger ledger, CandidateContract candidate, Schedule schedule) {
        this.ledger = ledger;
        this.candidate = candidate;
        this.schedule = schedule;
        this.prices = new AgreedPrices(candidate);
    }

    static List<Leak> of(Ledger ledger, CandidateContract candidate, Verdict verdict, LocalDate asOf) {
        Leaks leaks = new Leaks(ledger, candidate, verdict.schedule());
        Surplus surplus = new Surplus(ledger, candidate, leaks.prices);
        surplus.makeUpFor(leaks.missed(verdict), asOf).forEach(leaks::missing);
        leaks.doubles();
        leaks.amounts(surplus);
        leaks.leaks.sort(Comparator.comparing(Leak::dueOn).thenComparing(Leak::kind));
        return List.copyOf(leaks.leaks);
    }

    /** Every invoice of a rare contract is one of a denser contract made twice: it is no contract. */
    static boolean areDoubles(CandidateContract rare, CandidateContract dense) {
        return rare.step() > dense.step()
                && rare.occurrences().stream()
                        .map(BilledOccurrence::invoice)
                        .allMatch(each -> dense.isRepeatedBy(each));
    }

    /**
     * The due months without an invoice, ascending. Of those before several that were made together the oldest were made up for, so
     * the last ones are missed.
     */
    private List<Integer> missed(Verdict verdict) {
        List<Integer> missed = new ArrayList<>();
        int dueMonth = candidate.first().dueMonth();
        while (dueMonth <= candidate.last().dueMonth()) {
            int holes = 0;
            for (; candidate.at(dueMonth) == null; dueMonth += candidate.step()) {
                holes++;
            }
            int late = 0;
            for (; holes > 0 && candidate.at(dueMonth).bundled(); dueMonth += candidate.step()) {
                late++;
            }
            for (int n = 0; n < holes; n++) {
                missed.add(dueMonth - (holes - n) * candidate.step());
            }
            dueMonth += late == 0 || holes == 0 ? candidate.step() : 0;
        }
        if (verdict.status() == PatternStatus.ACTIVE) {
            for (int n = 1; n <= verdict.missed(); n++) {
                missed.add(candidate.last().dueMonth() + n * candidate.step());
            }
        }
        return missed;
    }

    private void missing(int dueMonth) {
        leaks.add(new Leak(Leak.Kind.MISSING, due(dueMonth), null, euros(prices.at(dueMonth)), euros(0)));
    }

    private void doubles() {
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            StandingInvoice invoice = occurrence.invoice();
            ledger
                    .freeBetween(
                            invoice.epochDay - CandidateContract.DOUBLE_DAYS,
                            invoice.epochDay + CandidateContract.DOUBLE_DAYS)
                    .stream()
                    .filter(each -> each.cents == invoice.cents)
                    .forEach(each -> {
                        ledger.claim(each);
                        leaks.add(new Leak(
                                Leak.Kind.DOUBLE,
                                due(occurrence.dueMonth()),
                                each.number,
                                euros(invoice.cents),
                                euros(each.cents)));
                    });
        }
    }

    private void amounts(Surplus surplus) {
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            if (prices.isOdd(occurrence) && !surplus.explains(occurrence)) {
                leaks.add(new Leak(
                        Leak.Kind.AMOUNT,
                        due(occurrence.dueMonth()),
                        occurrence.invoice().number,
                        euros(prices.at(occurrence.dueMonth())),
                        euros(occurrence.invoice().cents)));
            }
        }
    }

    private LocalDate due(int dueMonth) {
        return Months.date(dueMonth, schedule.dayOfMonth());
    }

    private static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
