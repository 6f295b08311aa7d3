package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A supposed contract: invoices on a grid of due months, at most one a month of the grid. */
final class CandidateContract {

    /**
     * Two invoices of one amount within five days may be one invoice made twice. Further apart they are another service: in invented
     * companies 57 of 58 doubles were closer, and four in ten of those that only looked so were not.
     */
    static final int DOUBLE_DAYS = 5;

    private final int step;
    private final List<BilledOccurrence> occurrences = new ArrayList<>();
    private int day;
    private double evidence;

    CandidateContract(int step) {
        this.step = step;
    }

    static CandidateContract of(int step, Collection<BilledOccurrence> occurrences) {
        CandidateContract candidate = new CandidateContract(step);
        occurrences.forEach(candidate::add);
        return candidate;
    }

    /** Lays invoices that follow each other every {@code step} months on the grid that fits most of them. */
    static CandidateContract onGrid(int step, List<StandingInvoice> invoices) {
        int day = DayOfMonth.of(invoices);
        int[] votes = new int[step];
        invoices.forEach(invoice -> votes[Math.floorMod(dueMonth(invoice, day), step)]++);
        int residue = 0;
        for (int r = 1; r < step; r++) {
            residue = votes[r] > votes[residue] ? r : residue;
        }
        CandidateContract candidate = new CandidateContract(step);
        for (StandingInvoice invoice : invoices) {
            int off = Math.floorMod(dueMonth(invoice, day) - residue, step);
            int dueMonth = dueMonth(invoice, day) - (off > step / 2 ? off - step : off);
            BilledOccurrence occurrence = new BilledOccurrence(dueMonth, invoice, false);
            BilledOccurrence other = candidate.at(dueMonth);
            if (other == null || Math.abs(occurrence.daysFrom(day)) < Math.abs(other.daysFrom(day))) {
                candidate.add(occurrence);
            }
        }
        return candidate;
    }

    /** A contract of the 1st may be dated at the end of the month before, one of the 28th in the first days of the next. */
    private static int dueMonth(StandingInvoice invoice, int day) {
        if (day <= 10 && invoice.day >= 20) {
            return invoice.month + 1;
        }
        return day > 20 && invoice.day <= 10 ? invoice.month - 1 : invoice.month;
    }

    /** Puts it on its due month, in the place of what is there. */
    void add(BilledOccurrence occurrence) {
        int at = place(occurrence.dueMonth());
        if (at < occurrences.size() && occurrences.get(at).dueMonth() == occurrence.dueMonth()) {
            occurrences.set(at, occurrence);
        } else {
            occurrences.add(at, occurrence);
        }
        day = 0;
    }

    void addAll(CandidateContract other) {
        for (BilledOccurrence occurrence : other.occurrences) {
            if (at(occurrence.dueMonth()) == null) {
                add(occurrence);
            }
        }
    }

    CandidateContract part(int from, int to) {
        return of(step, occurrences.subList(from, to + 1));
    }

    /** Remembers how much speaks for it; see {@link LikelihoodRatio}. */
    void believe(double nats) {
        this.evidence = nats;
    }

    double evidence() {
        return evidence;
    }

    int step() {
        return step;
    }

    int size() {
        return occurrences.size();
    }

    List<BilledOccurrence> occurrences() {
        return occurrences;
    }

    BilledOccurrence first() {
        return occurrences.get(0);
    }

    BilledOccurrence last() {
        return occurrences.get(occurrences.size() - 1);
    }

    /** Null when that month was not billed. */
    BilledOccurrence at(int dueMonth) {
        int at = place(dueMonth);
        return at < occurrences.size() && occurrences.get(at).dueMonth() == dueMonth ? occurrences.get(at) : null;
    }

    /** At least every second invoice asks for what the one before it asked, or for as much more as is usual. */
    boolean holdsItsPrice() {
        int changes = 0;
        double rate = 1;
        for (int i = 1; i < occurrences.size(); i++) {
            long before = occurrences.get(i - 1).invoice().cents;
            long cents = occurrences.get(i).invoice().cents;
            changes += cents == before || PriceStep.isUsual(before, cents, rate) ? 0 : 1;
            rate = cents == before ? rate : (double) cents / before;
        }
        return changes * 2 < occurrences.size();
    }

    /** Its amounts go up and down, and none lasts: a contract's price does not. */
    boolean wavers() {
        int stretches = 1;
        boolean falls = false;
        for (int i = 1; i < occurrences.size(); i++) {
            long before = occurrences.get(i - 1).invoice().cents;
            long cents = occurrences.get(i).invoice().cents;
            stretches += cents == before ? 0 : 1;
            falls |= cents < before;
        }
        return falls && stretches > 2 && stretches * 2 > occurrences.size();
    }

    boolean holds(StandingInvoice invoice) {
        for (BilledOccurrence occurrence : occurrences) {
            if (occurrence.invoice() == invoice) {
                return true;
            }
        }
        return false;
    }

    /** Whether an invoice may be one of this contract's made twice. */
    boolean isRepeatedBy(StandingInvoice invoice) {
        return occurrences.stream()
                .map(BilledOccurrence::invoice)
                .anyMatch(each ->
                        each.cents == invoice.cents && Math.abs(each.epochDay - invoice.epochDay) <= DOUBLE_DAYS);
    }

    boolean isFree() {
        for (BilledOccurrence occurrence : occurrences) {
            if (!occurrence.invoice().isFree()) {
                return false;
            }
        }
        return true;
    }

    /** Due months between the first and the last occurrence that have none, ascending. */
    List<Integer> holes() {
        List<Integer> holes = new ArrayList<>();
        int expected = first().dueMonth();
        for (BilledOccurrence occurrence : occurrences) {
            for (; expected < occurrence.dueMonth(); expected += step) {
                holes.add(expected);
            }
            expected = occurrence.dueMonth() + step;
        }
        return holes;
    }

    /** How many separate interruptions there are between the first and the last occurrence. */
    int interruptions() {
        int interruptions = 0;
        for (int i = 1; i < occurrences.size(); i++) {
            interruptions +=
                    occurrences.get(i).dueMonth() - occurrences.get(i - 1).dueMonth() > step ? 1 : 0;
        }
        return interruptions;
    }

    /** The day of the month of this contract as it is billed now; 31 is the last day. */
    int dayOfMonth() {
        if (day == 0) {
            List<StandingInvoice> dated = new ArrayList<>(occurrences.size());
            for (BilledOccurrence occurrence : occurrences) {
                if (!occurrence.bundled()) {
                    dated.add(occurrence.invoice());
                }
            }
            day = dated.isEmpty() ? last().invoice().dayKey() : DayOfMonth.of(dated);
        }
        return day;
    }

    /** Where a due month stands among the occurrences, or would stand. */
    int place(int dueMonth) {
        int low = 0;
        int high = occurrences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occurrences.get(middle).dueMonth() < dueMonth) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
