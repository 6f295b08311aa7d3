package fr.syaga.facturation.recurrence.detection;

import java.util.List;

import fr.syaga.facturation.recurrence.detection.BillingModel.Timing;

/**
 * How much a track's invoices speak for a contract and against chance, in nats: each invoice on its due date is compared with
 * how often this customer's other invoices ask for such an amount on such a day. A customer with seventy invoices of a few
 * round amounts a year shows many equal amounts at equal distances; one with three invoices in all shows none.
 */
final class Evidence {

    /** The share of a month that days within ten days make out. */
    private static final double WIDE_SHARE = 0.46;

    private static final double OLD_HABIT = Math.log(BillingModel.OLD_HABIT);
    private static final double STILL_BUNDLED = Math.log(BillingModel.STILL_BUNDLED);

    /** How many due dates of its own outweigh what is known of all contracts' bundles. */
    private static final double LATE_WEIGHT = 20;

    private final Track track;
    private final List<Hit> hits;
    private final int day;
    private final Chance chance;
    private final Season season;
    private final Habit habit;
    private final double late;
    private final int tellsDay;
    private final Prices prices;
    private final double[] gains;

    Evidence(Ledger ledger, Track track) {
        this.track = track;
        this.hits = track.hits();
        this.day = track.dayOfMonth();
        this.chance = new Chance(ledger, track);
        this.season = new Season(ledger, track);
        this.habit = new Habit(track);
        this.late = late();
        this.tellsDay = tellsDay();
        this.prices = new Prices(track, chance);
        this.gains = new double[hits.size()];
        for (int i = 1; i < gains.length; i++) {
            gains[i] = gain(i);
        }
    }

    /** The first invoice on the day only says which day it is. */
    private int tellsDay() {
        for (int i = 0; i < hits.size(); i++) {
            if (!hits.get(i).shifted() && hits.get(i).timing(day) == Timing.ON_DAY) {
                return i;
            }
        }
        return 0;
    }

    private double late() {
        int bundles = 0;
        for (int i = 1; i < hits.size(); i++) {
            bundles += hits.get(i).shifted() && !hits.get(i - 1).shifted() ? 1 : 0;
        }
        return Math.log((bundles + LATE_WEIGHT * BillingModel.BUNDLED) / (hits.size() + LATE_WEIGHT));
    }

    /** What each hit brings as the one after the hit before it; nothing the first. */
    double[] gains() {
        return gains;
    }

    /** What a hit brings that stands between two others, against the due date that went unbilled. */
    double gainInHole(Hit hit) {
        int next = track.place(hit.slot());
        Hit before = hits.get(next - 1);
        Hit after = hits.get(next);
        double rate = prices.rateBefore(next);
        double unbilled = gain(before, after, next, rate);
        chance.without(hit.invoice());
        double gain = gain(before, hit, next, rate) + gain(hit, after, next + 1, rate) - unbilled;
        chance.without(null);
        return gain;
    }

    /** What a hit brings that follows the last one. */
    double gainAtTail(Hit hit) {
        chance.without(hit.invoice());
        double gain = gain(track.last(), hit, hits.size(), prices.rateBefore(hits.size()));
        chance.without(null);
        return gain;
    }

    /** What a hit brings that comes before the first one. */
    double gainAtHead(Hit hit) {
        Billed first = track.first().invoice();
        chance.without(hit.invoice());
        double gain = prices.gain(first, hit.invoice(), 1, 1)
                + Math.max(dated(hit, day, 0), OLD_HABIT + dated(hit, first.dayKey(), 0));
        chance.without(null);
        return gain;
    }

    private double gain(int at) {
        Hit hit = hits.get(at);
        Hit before = hits.get(at - 1);
        return hit.shifted()
                ? (before.shifted() ? STILL_BUNDLED : late) - chance.ofAmount(hit.invoice()) - missed(before, hit)
                : gain(before, hit, at, prices.rateBefore(at));
    }

    /** What a hit brings as the one after another, {@code rate} being the ratio of the last change of price. */
    private double gain(Hit before, Hit hit, int at, double rate) {
        // The last of those that were billed together says nothing by its day either.
        double dated =
                before.shifted() && before.invoice().epochDay == hit.invoice().epochDay ? 0 : dated(before, hit, at);
        return prices.gain(before.invoice(), hit.invoice(), at, rate)
                - season.of(hit.invoice())
                + dated
                - missed(before, hit);
    }

    /** What it costs that due dates between two hits went unbilled. */
    private double missed(Hit before, Hit hit) {
        return BillingModel.costOfMissed((hit.slot() - before.slot()) / track.step() - 1);
    }

    private double dated(Hit before, Hit hit, int at) {
        double now = at == tellsDay ? 0 : dated(hit, day, at);
        int other = before.invoice().dayKey();
        return before.shifted() || other == day ? now : Math.max(now, OLD_HABIT + dated(hit, other, at));
    }

    private double dated(Hit hit, int dayOfMonth, int at) {
        Timing timing = hit.timing(dayOfMonth);
        int key = hit.invoice().dayKey();
        double share = switch (timing) {
            case ON_DAY, AFTER_WEEKEND -> chance.onDay(key);
            case NEAR -> chance.within(key - BillingModel.NEAR_DAYS, key + BillingModel.NEAR_DAYS);
            case WIDE -> WIDE_SHARE;
            case FAR -> 1;
        };
        return Math.log(habit.likelihood(at, timing) / share);
    }
}
