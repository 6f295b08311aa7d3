package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Due dates that were billed late, several together: as many invoices as there are due dates to make up for, or fewer. */
final class CatchUp {

    /** So many due dates are made up for at most. */
    private static final int MOST = 4;

    /** Where more invoices than that ask for the same meanwhile, some of one day are no wonder. */
    private static final int OTHERS = 1;

    /** Half-yearly and yearly invoices are not forgotten several at a time. */
    private static final int LONGEST_STEP = 3;

    /** How far from the last due date that they are for the invoices are found: before a month's end, late after a first. */
    private static final int EARLIEST = 20;

    private static final int LATEST = 29;

    /** Made at one time, though perhaps not on one day. */
    private static final int A_WEEK = 7;

    private final Ledger ledger;
    private final LocalDate asOf;

    CatchUp(Ledger ledger, LocalDate asOf) {
        this.ledger = ledger;
        this.asOf = asOf;
    }

    /** Goes on with the invoices that make up for every due date since the last one that was billed. */
    boolean extend(CandidateContract candidate) {
        for (int due = MOST; due >= 2 && candidate.step() <= LONGEST_STEP; due--) {
            int dueMonth = candidate.last().dueMonth() + due * candidate.step();
            if (Months.date(dueMonth, candidate.dayOfMonth()).isAfter(asOf)) {
                continue;
            }
            long on = Months.epochDay(dueMonth, candidate.dayOfMonth());
            List<StandingInvoice> together = together(
                    candidate, on - EARLIEST, on + LATEST, candidate.last().invoice().cents, due);
            if (together.isEmpty()) {
                together = atANewPrice(candidate, on - EARLIEST, on + LATEST, due);
            }
            if (together.size() == due && others(candidate, together) <= OTHERS) {
                int first = candidate.last().dueMonth() + candidate.step();
                for (int n = 0; n < due; n++) {
                    candidate.add(new BilledOccurrence(first + n * candidate.step(), together.get(n), n < due - 1));
                    ledger.claim(together.get(n));
                }
                return true;
            }
        }
        return false;
    }

    /** How many other invoices of the price lie between the last occurrence and those that were made together. */
    private long others(CandidateContract candidate, List<StandingInvoice> together) {
        long until = together.get(0).epochDay;
        return ledger.freeBetween(candidate.last().invoice().epochDay + 1, until).stream()
                .filter(each -> each.cents == together.get(0).cents && !together.contains(each))
                .count();
    }

    /** Gives the due dates between two occurrences the invoices made together before the later one, or with it, though they be fewer. */
    void fill(CandidateContract candidate) {
        for (int i = 1; i < candidate.size() && candidate.step() <= LONGEST_STEP; i++) {
            BilledOccurrence before = candidate.occurrences().get(i - 1);
            BilledOccurrence after = candidate.occurrences().get(i);
            int holes = (after.dueMonth() - before.dueMonth()) / candidate.step() - 1;
            if (holes >= 1 && holes <= MOST && after.invoice().cents == before.invoice().cents) {
                List<StandingInvoice> together = madeForAll(candidate, before.invoice(), after.invoice(), holes);
                if (together.isEmpty()) {
                    together = madeWith(candidate, after.invoice(), holes);
                }
                int unbilled = holes - together.size();
                for (int n = 0; n < together.size(); n++) {
                    candidate.add(new BilledOccurrence(
                            before.dueMonth() + (unbilled + n + 1) * candidate.step(), together.get(n), true));
                }
            }
        }
    }

    private List<StandingInvoice> madeForAll(
            CandidateContract candidate, StandingInvoice before, StandingInvoice after, int holes) {
        return holes == 1 ? List.of() : together(candidate, before.epochDay + 1, after.epochDay, after.cents, holes);
    }

    /** What a day has more than its due date needs is for the last of those before it. */
    private List<StandingInvoice> madeWith(CandidateContract candidate, StandingInvoice invoice, int most) {
        return ledger.freeBetween(invoice.epochDay, invoice.epochDay).stream()
                .filter(each -> each.cents == invoice.cents && !candidate.holds(each))
                .limit(most)
                .toList();
    }

    /** As many invoices within a week as due dates, all that ever asked for that much: the price rose meanwhile. */
    private List<StandingInvoice> atANewPrice(CandidateContract candidate, long from, long to, int number) {
        long price = candidate.last().invoice().cents;
        for (StandingInvoice first : ledger.freeBetween(from, to)) {
            if (first.cents > price
                    && PriceStep.isWithin(price, first.cents)
                    && ledger.freeOf(first.amount) == number) {
                List<StandingInvoice> rose = ledger.freeBetween(first.epochDay, first.epochDay + A_WEEK).stream()
                        .filter(each -> each.cents == first.cents)
                        .toList();
                if (rose.size() == number) {
                    return rose;
                }
            }
        }
        return List.of();
    }

    /** So many free invoices of one day that ask for a price, the last ones perhaps for a new one; none when they are fewer. */
    private List<StandingInvoice> together(CandidateContract candidate, long from, long to, long price, int number) {
        List<StandingInvoice> free = ledger.freeBetween(from, to);
        for (int start = 0; start < free.size(); start++) {
            List<StandingInvoice> together = new ArrayList<>();
            List<StandingInvoice> dearer = new ArrayList<>();
            for (int i = start; i < free.size() && free.get(i).epochDay == free.get(start).epochDay; i++) {
                StandingInvoice each = free.get(i);
                boolean ofThePrice = each.cents == price && !candidate.holds(each);
                boolean ofANewPrice = each.cents > price && PriceStep.isWithin(price, each.cents);
                if (ofThePrice) {
                    together.add(each);
                } else if (ofANewPrice && (dearer.isEmpty() || dearer.get(0).cents == each.cents)) {
                    dearer.add(each);
                }
            }
            if (!together.isEmpty()) {
                together.addAll(dearer);
            }
            if (together.size() >= number) {
                return together.subList(0, number);
            }
        }
        return List.of();
    }
}
