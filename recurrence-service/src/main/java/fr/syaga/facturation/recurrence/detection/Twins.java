package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Contracts of one customer that are equal in all: each due date brings as many invoices of one amount and day as there are of them.
 * The second, third and so on invoice of such days are set aside, so that the search sees one contract; each contract that it finds
 * then gets its twins of them. A day that was invoiced twice now and then makes no twin: that is a double, or a month made up for.
 */
final class Twins {

    private static final int[] STEPS = {1, 2, 3, 6, 12};

    /** So many due dates may pass without a second invoice. */
    private static final int LONGEST_PAUSE = 3;

    /** So many days in a row prove a twin; every second month may also be a month made up for with the next, so it takes more. */
    private static final int SHORTEST_OFTEN = 4;

    private static final int SHORTEST = 3;

    private static final int OFTEN = 2;

    private final Ledger ledger;

    /** By how many equal invoices a day has before it: the invoice set aside of each day. */
    private final Map<Integer, Map<SameDay, StandingInvoice>> setAside = new TreeMap<>();

    private final Set<StandingInvoice> given = new HashSet<>();

    /** The invoices of one amount on one day. */
    private record SameDay(long epochDay, long cents) {

        static SameDay of(StandingInvoice invoice) {
            return new SameDay(invoice.epochDay, invoice.cents);
        }
    }

    private Twins(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Sets aside, as if they were explained, the invoices that only twins can be. */
    static Twins setAside(Ledger ledger) {
        Twins twins = new Twins(ledger);
        Map<SameDay, List<StandingInvoice>> days = new LinkedHashMap<>();
        ledger.free()
                .forEach(each -> days.computeIfAbsent(SameDay.of(each), day -> new ArrayList<>())
                        .add(each));
        days.values().removeIf(equal -> equal.size() < 2);
        for (int place = 1; !days.isEmpty(); place++) {
            twins.setAside(place, days);
            int next = place + 2;
            days.values().removeIf(equal -> equal.size() < next);
        }
        return twins;
    }

    private void setAside(int place, Map<SameDay, List<StandingInvoice>> days) {
        List<StandingInvoice> open = new ArrayList<>(
                days.values().stream().map(equal -> equal.get(place)).toList());
        for (int step : STEPS) {
            for (int from = 0; from < open.size(); ) {
                List<StandingInvoice> proven = proven(chain(step, open, from), step);
                if (proven.isEmpty()) {
                    from++;
                } else {
                    open.removeAll(Set.copyOf(proven));
                    proven.forEach(each -> setAside(place, each));
                }
            }
        }
    }

    private void setAside(int place, StandingInvoice invoice) {
        ledger.claim(invoice);
        setAside.computeIfAbsent(place, at -> new HashMap<>()).put(SameDay.of(invoice), invoice);
    }

    /** What follows an invoice every {@code step} months on its day, at its price or at one that may follow it. */
    private static List<StandingInvoice> chain(int step, List<StandingInvoice> open, int from) {
        List<StandingInvoice> chain = new ArrayList<>(List.of(open.get(from)));
        for (int missed = 0; missed <= LONGEST_PAUSE; ) {
            StandingInvoice next = next(chain.get(chain.size() - 1), (missed + 1) * step, open);
            missed = next == null ? missed + 1 : 0;
            if (next != null) {
                chain.add(next);
            }
        }
        return chain;
    }

    private static StandingInvoice next(StandingInvoice last, int months, List<StandingInvoice> open) {
        long due = Months.epochDay(last.month + months, last.dayKey());
        StandingInvoice best = null;
        for (int at = firstFrom(due - BillingModel.NEAR_DAYS, open);
                at < open.size() && open.get(at).epochDay <= due + BillingModel.NEAR_DAYS;
                at++) {
            StandingInvoice each = open.get(at);
            if (PriceStep.isThinkable(last.cents, each.cents) && (best == null || each.cents == last.cents)) {
                best = each;
            }
        }
        return best;
    }

    private static int firstFrom(long epochDay, List<StandingInvoice> byDate) {
        int low = 0;
        int high = byDate.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byDate.get(middle).epochDay < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Those of a chain that follow each other without interruption, often enough that they are no accident. */
    private static List<StandingInvoice> proven(List<StandingInvoice> chain, int step) {
        int shortest = step <= OFTEN ? SHORTEST_OFTEN : SHORTEST;
        List<StandingInvoice> proven = new ArrayList<>();
        List<StandingInvoice> row = new ArrayList<>();
        for (StandingInvoice each : chain) {
            if (!row.isEmpty() && !follows(row.get(row.size() - 1), each, step)) {
                proven.addAll(row.size() >= shortest ? row : List.of());
                row.clear();
            }
            row.add(each);
        }
        proven.addAll(row.size() >= shortest ? row : List.of());
        return proven;
    }

    private static boolean follows(StandingInvoice before, StandingInvoice after, int step) {
        return after.epochDay - Months.epochDay(before.month + step, before.dayKey()) <= BillingModel.NEAR_DAYS;
    }

    /** The twins of a contract: a candidate for each invoice that its days have beyond its own, as unbroken as any contract. */
    List<CandidateContract> of(CandidateContract contract) {
        List<CandidateContract> twins = new ArrayList<>();
        for (Map<SameDay, StandingInvoice> days : setAside.values()) {
            CandidateContract twin = new CandidateContract(contract.step());
            for (BilledOccurrence occurrence : contract.occurrences()) {
                StandingInvoice invoice = days.get(SameDay.of(occurrence.invoice()));
                if (invoice != null && !given.contains(invoice)) {
                    twin.add(new BilledOccurrence(occurrence.dueMonth(), invoice, occurrence.bundled()));
                }
            }
            if (twin.size() >= ChainSearch.SHORTEST && Verdict.isUnbroken(twin)) {
                twin.occurrences().forEach(occurrence -> given.add(occurrence.invoice()));
                twin.believe(contract.evidence());
                twins.add(twin);
            }
        }
        return twins;
    }

    /** Whether two contracts ask for the same price on the same days. */
    static boolean areEqual(CandidateContract one, CandidateContract other) {
        return one.step() == other.step()
                && (one.last().dueMonth() - other.last().dueMonth()) % one.step() == 0
                && one.dayOfMonth() == other.dayOfMonth()
                && priceOf(one) == priceOf(other);
    }

    private static long priceOf(CandidateContract candidate) {
        return new AgreedPrices(candidate).at(candidate.last().dueMonth());
    }

    /** Gives back what no contract's day has; whether there was any. */
    boolean release() {
        boolean any = false;
        for (Map<SameDay, StandingInvoice> days : setAside.values()) {
            for (StandingInvoice each : days.values()) {
                if (!given.contains(each)) {
                    ledger.release(each);
                    any = true;
                }
            }
            days.values().removeIf(each -> !given.contains(each));
        }
        return any;
    }
}
