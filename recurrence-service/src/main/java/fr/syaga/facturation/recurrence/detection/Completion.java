package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives a contract the single invoices that no stretch could find: one wrong amount between two right ones, the first invoice
 * after a price change, the first after a pause, the first ones at a trial price.
 */
final class Completion {

    /** A wrong amount, or a trial price, is within a third of the right one. */
    private static final double ODD_DOWN = 0.7;

    private static final double ODD_UP = 1.4;

    /** A price that was billed only once so far is believed when it is a fifth lower or a third higher at most. */
    private static final double NEW_PRICE_DOWN = 0.8;

    private static final double NEW_PRICE_UP = 1.35;

    /** A yearly rise is believed even when the invoice is not dated as the others. */
    private static final double SMALL_RISE = 1.06;

    /** An invoice of another amount is taken only when chance would put one there in fewer than one of ten months. */
    private static final double UNLIKELY = 0.1;

    /** Pauses that a single invoice of the old amount may end, in due dates. */
    private static final int LONGEST_PAUSE_OF_MONTHS = 5;

    private static final int LONGEST_PAUSE = 2;

    /** After so many missed due dates an invoice resumes the contract only when it is dated as the contract was. */
    private static final int CERTAIN_MISSES = 1;

    /** How far from its due date an invoice of the contract is found: month ends early, beginnings late. */
    private static final int WIDE_DAYS = 18;

    private static final int NARROW_DAYS = 4;

    private static final int MOST_AT_TRIAL_PRICE = 3;

    /** So many invoices say on which day a contract was billed when it began. */
    private static final int FIRST_ONES = 6;

    private final Ledger ledger;
    private final LocalDate asOf;

    Completion(Ledger ledger, LocalDate asOf) {
        this.ledger = ledger;
        this.asOf = asOf;
    }

    void complete(Track track) {
        fillHoles(track);
        while (extendTail(track)) {
            fillHoles(track);
        }
        for (int n = 0; n < MOST_AT_TRIAL_PRICE && extendHead(track); n++) {
            // each step looks one due date further back
        }
    }

    private void fillHoles(Track track) {
        for (int slot : track.holes()) {
            long price = priceBefore(track, slot);
            candidates(track, slot)
                    .filter(each -> amountIsOf(each, price) || isWrongAmount(each, slot, track))
                    .ifPresent(each -> take(track, slot, each));
        }
    }

    /** In a pause only an invoice dated to the day is believed to be of the contract, for there are many other invoices. */
    private static boolean isWrongAmount(Billed invoice, int slot, Track track) {
        boolean alone = track.at(slot - track.step()) != null && track.at(slot + track.step()) != null;
        return alone ? isNear(invoice, slot, track) : new Hit(slot, invoice, false).daysFrom(track.dayOfMonth()) == 0;
    }

    private boolean extendTail(Track track) {
        long price = track.last().invoice().cents;
        int longest = track.step() == 1 ? LONGEST_PAUSE_OF_MONTHS : LONGEST_PAUSE;
        for (int missed = 0; missed <= longest; missed++) {
            int slot = track.last().slot() + (missed + 1) * track.step();
            if (Months.date(slot, track.dayOfMonth()).isAfter(asOf)) {
                return false;
            }
            int misses = missed;
            Optional<Billed> next = candidates(track, slot)
                    .filter(each -> amountIsOf(each, price)
                            ? misses <= CERTAIN_MISSES || isNear(each, slot, track)
                            : misses == 0
                                    && (isNear(each, slot, track) || within(each, price, 1, SMALL_RISE))
                                    && within(each, price, NEW_PRICE_DOWN, NEW_PRICE_UP)
                                    && isUnlikely(each, price, track));
            if (next.isPresent()) {
                take(track, slot, next.get());
                return true;
            }
        }
        return false;
    }

    private boolean extendHead(Track track) {
        int slot = track.first().slot() - track.step();
        long price = track.first().invoice().cents;
        // The day of then counts, not that of now: a contract billed at month's end began there.
        int day = Track.of(track.step(), track.hits().stream().limit(FIRST_ONES).toList())
                .dayOfMonth();
        Optional<Billed> earlier = candidates(track, slot)
                .filter(each -> isNear(each, slot, day)
                        && (amountIsOf(each, price)
                                || within(each, price, ODD_DOWN, ODD_UP) && isUnlikely(each, price, track)));
        earlier.ifPresent(each -> take(track, slot, each));
        return earlier.isPresent();
    }

    /** The invoice that suits the due date best: of the price if there is one, else the nearest to it in days and in amount. */
    private Optional<Billed> candidates(Track track, int slot) {
        int day = track.dayOfMonth();
        LocalDate due = Months.date(slot, day);
        boolean atMonthEnd = day > 20;
        LocalDate from = due.minusDays(atMonthEnd ? WIDE_DAYS : NARROW_DAYS);
        LocalDate to = due.plusDays(atMonthEnd ? NARROW_DAYS : WIDE_DAYS);
        long price = priceBefore(track, slot);
        List<Billed> free = ledger.freeBetween(from, to);
        return free.stream()
                .filter(each -> within(each, price, ODD_DOWN, ODD_UP))
                .min(Comparator.comparing((Billed each) -> !amountIsOf(each, price))
                        .thenComparing(each -> !isUsualRise(each, price, track))
                        .thenComparing(each -> !isNear(each, slot, track))
                        .thenComparing(each -> step(each.cents, price))
                        .thenComparing(each -> Math.abs(each.issuedOn.toEpochDay() - due.toEpochDay())));
    }

    /** Does the amount rise by the rate by which the contract's price rose before? */
    private static boolean isUsualRise(Billed invoice, long price, Track track) {
        double ratio = (double) invoice.cents / price;
        Hit before = null;
        for (Hit hit : track.hits()) {
            double earlier = before == null ? 1 : (double) hit.invoice().cents / before.invoice().cents;
            if (earlier > 1 && Math.abs(earlier - ratio) < Chance.SAME_RATE) {
                return true;
            }
            before = hit;
        }
        return false;
    }

    private static long priceBefore(Track track, int slot) {
        for (int at = slot - track.step(); at >= track.first().slot(); at -= track.step()) {
            if (track.at(at) != null) {
                return track.at(at).invoice().cents;
            }
        }
        return track.first().invoice().cents;
    }

    private static boolean isNear(Billed invoice, int slot, Track track) {
        if (new Hit(slot, invoice, false).daysFrom(track.dayOfMonth()) == 0) {
            return true;
        }
        Hit before = track.at(slot - track.step());
        Hit after = track.at(slot + track.step());
        return isNear(invoice, slot, track.dayOfMonth())
                || before != null && isNear(invoice, slot, before.invoice().dayKey())
                || after != null && isNear(invoice, slot, after.invoice().dayKey());
    }

    private static boolean isNear(Billed invoice, int slot, int day) {
        return Math.abs(new Hit(slot, invoice, false).daysFrom(day)) <= Chance.NEAR_DAYS;
    }

    private static boolean amountIsOf(Billed invoice, long price) {
        return invoice.cents == price || invoice.netCents() == price;
    }

    private static boolean within(Billed invoice, long price, double down, double up) {
        return invoice.cents >= price * down && invoice.cents <= price * up;
    }

    private static double step(long cents, long price) {
        return Math.abs(Math.log((double) cents / price));
    }

    /** Would another invoice as close to the price be found by chance on such a day of the month? */
    private boolean isUnlikely(Billed invoice, long price, Track track) {
        double step = step(invoice.cents, price);
        long own = track.hits().stream()
                .filter(hit -> step(hit.invoice().cents, price) <= step)
                .count();
        double alike = ledger.between(Math.round(price * Math.exp(-step)), Math.round(price * Math.exp(step))) - own;
        double share = (ledger.freeOnDay(invoice.dayKey()) + 1.0) / (ledger.freeCount() + 15.0);
        return alike / ledger.spanMonths() * share < UNLIKELY;
    }

    private void take(Track track, int slot, Billed invoice) {
        track.add(new Hit(slot, invoice, false));
        ledger.claim(invoice);
    }
}
