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
    boolean extend(Track track) {
        for (int due = MOST; due >= 2 && track.step() <= LONGEST_STEP; due--) {
            int slot = track.last().slot() + due * track.step();
            if (Months.date(slot, track.dayOfMonth()).isAfter(asOf)) {
                continue;
            }
            long on = Months.epochDay(slot, track.dayOfMonth());
            List<Billed> together =
                    together(track, on - EARLIEST, on + LATEST, track.last().invoice().cents, due);
            if (together.isEmpty()) {
                together = atANewPrice(track, on - EARLIEST, on + LATEST, due);
            }
            if (together.size() == due && others(track, together) <= OTHERS) {
                int first = track.last().slot() + track.step();
                for (int n = 0; n < due; n++) {
                    track.add(new Hit(first + n * track.step(), together.get(n), n < due - 1));
                    ledger.claim(together.get(n));
                }
                return true;
            }
        }
        return false;
    }

    /** How many other invoices of the price lie between the last hit and those that were made together. */
    private long others(Track track, List<Billed> together) {
        long until = together.get(0).epochDay;
        return ledger.freeBetween(track.last().invoice().epochDay + 1, until).stream()
                .filter(each -> each.cents == together.get(0).cents && !together.contains(each))
                .count();
    }

    /** Gives the due dates between two hits the invoices made together before the later one, or with it, though they be fewer. */
    void fill(Track track) {
        for (int i = 1; i < track.size() && track.step() <= LONGEST_STEP; i++) {
            Hit before = track.hits().get(i - 1);
            Hit after = track.hits().get(i);
            int holes = (after.slot() - before.slot()) / track.step() - 1;
            if (holes >= 1 && holes <= MOST && after.invoice().cents == before.invoice().cents) {
                List<Billed> together = madeForAll(track, before.invoice(), after.invoice(), holes);
                if (together.isEmpty()) {
                    together = madeWith(track, after.invoice(), holes);
                }
                int unbilled = holes - together.size();
                for (int n = 0; n < together.size(); n++) {
                    track.add(new Hit(before.slot() + (unbilled + n + 1) * track.step(), together.get(n), true));
                }
            }
        }
    }

    private List<Billed> madeForAll(Track track, Billed before, Billed after, int holes) {
        return holes == 1 ? List.of() : together(track, before.epochDay + 1, after.epochDay, after.cents, holes);
    }

    /** What a day has more than its due date needs is for the last of those before it. */
    private List<Billed> madeWith(Track track, Billed invoice, int most) {
        return ledger.freeBetween(invoice.epochDay, invoice.epochDay).stream()
                .filter(each -> each.cents == invoice.cents && !track.holds(each))
                .limit(most)
                .toList();
    }

    /** As many invoices within a week as due dates, all that ever asked for that much: the price rose meanwhile. */
    private List<Billed> atANewPrice(Track track, long from, long to, int number) {
        long price = track.last().invoice().cents;
        for (Billed first : ledger.freeBetween(from, to)) {
            if (first.cents > price
                    && PriceStep.isWithin(price, first.cents)
                    && ledger.freeOf(first.amount) == number) {
                List<Billed> rose = ledger.freeBetween(first.epochDay, first.epochDay + A_WEEK).stream()
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
    private List<Billed> together(Track track, long from, long to, long price, int number) {
        List<Billed> free = ledger.freeBetween(from, to);
        for (int start = 0; start < free.size(); start++) {
            List<Billed> together = new ArrayList<>();
            List<Billed> dearer = new ArrayList<>();
            for (int i = start; i < free.size() && free.get(i).epochDay == free.get(start).epochDay; i++) {
                Billed each = free.get(i);
                boolean ofThePrice = each.cents == price && !track.holds(each);
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
