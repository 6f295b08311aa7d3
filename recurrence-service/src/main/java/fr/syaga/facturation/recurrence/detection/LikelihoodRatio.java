package fr.syaga.facturation.recurrence.detection;

import java.util.List;

import fr.syaga.facturation.recurrence.detection.BillingModel.Timing;

/**
 * How much a candidate's invoices speak for a contract and against chance, in nats: each invoice on its due date is compared with
 * how often this customer's other invoices ask for such an amount on such a day. A customer with seventy invoices of a few
 * round amounts a year shows many equal amounts at equal distances; one with three invoices in all shows none.
 */
final class LikelihoodRatio {

    /** The share of a month that days within ten days make out. */
    private static final double WIDE_SHARE = 0.46;

    private static final double OLD_HABIT = Math.log(BillingModel.OLD_HABIT);
    private static final double STILL_BUNDLED = Math.log(BillingModel.STILL_BUNDLED);

    /** How many due dates of its own outweigh what is known of all contracts' bundles. */
    private static final double LATE_WEIGHT = 20;

    private final CandidateContract candidate;
    private final List<BilledOccurrence> occurrences;
    private final int day;
    private final Background chance;
    private final Season season;
    private final Punctuality habit;
    private final double late;
    private final int tellsDay;
    private final PriceLikelihood prices;
    private final double[] gains;

    LikelihoodRatio(Ledger ledger, CandidateContract candidate) {
        this.candidate = candidate;
        this.occurrences = candidate.occurrences();
        this.day = candidate.dayOfMonth();
        this.chance = new Background(ledger, candidate);
        this.season = new Season(ledger, candidate);
        this.habit = new Punctuality(candidate);
        this.late = late();
        this.tellsDay = tellsDay();
        this.prices = new PriceLikelihood(candidate, chance);
        this.gains = new double[occurrences.size()];
        for (int i = 1; i < gains.length; i++) {
            gains[i] = gain(i);
        }
    }

    /** The first invoice on the day only says which day it is. */
    private int tellsDay() {
        for (int i = 0; i < occurrences.size(); i++) {
            if (!occurrences.get(i).bundled() && occurrences.get(i).timing(day) == Timing.ON_DAY) {
                return i;
            }
        }
        return 0;
    }

    private double late() {
        int bundles = 0;
        for (int i = 1; i < occurrences.size(); i++) {
            bundles += occurrences.get(i).bundled() && !occurrences.get(i - 1).bundled() ? 1 : 0;
        }
        return Math.log((bundles + LATE_WEIGHT * BillingModel.BUNDLED) / (occurrences.size() + LATE_WEIGHT));
    }

    /** What each occurrence brings as the one after the occurrence before it; nothing the first. */
    double[] gains() {
        return gains;
    }

    /** What an occurrence brings that stands between two others, against the due date that went unbilled. */
    double gainInHole(BilledOccurrence occurrence) {
        int next = candidate.place(occurrence.dueMonth());
        BilledOccurrence before = occurrences.get(next - 1);
        BilledOccurrence after = occurrences.get(next);
        double rate = prices.rateBefore(next);
        double unbilled = gain(before, after, next, rate);
        chance.without(occurrence.invoice());
        double gain = gain(before, occurrence, next, rate) + gain(occurrence, after, next + 1, rate) - unbilled;
        chance.without(null);
        return gain;
    }

    /** What an occurrence brings that follows the last one. */
    double gainAtTail(BilledOccurrence occurrence) {
        chance.without(occurrence.invoice());
        double gain = gain(candidate.last(), occurrence, occurrences.size(), prices.rateBefore(occurrences.size()));
        chance.without(null);
        return gain;
    }

    /** What an occurrence brings that comes before the first one. */
    double gainAtHead(BilledOccurrence occurrence) {
        StandingInvoice first = candidate.first().invoice();
        chance.without(occurrence.invoice());
        double gain = prices.gain(first, occurrence.invoice(), 1, 1)
                + Math.max(dated(occurrence, day, 0), OLD_HABIT + dated(occurrence, first.dayKey(), 0));
        chance.without(null);
        return gain;
    }

    private double gain(int at) {
        BilledOccurrence occurrence = occurrences.get(at);
        BilledOccurrence before = occurrences.get(at - 1);
        return occurrence.bundled()
                ? (before.bundled() ? STILL_BUNDLED : late)
                        - chance.ofAmount(occurrence.invoice())
                        - missed(before, occurrence)
                : gain(before, occurrence, at, prices.rateBefore(at));
    }

    /** What an occurrence brings as the one after another, {@code rate} being the ratio of the last change of price. */
    private double gain(BilledOccurrence before, BilledOccurrence occurrence, int at, double rate) {
        // The last of those that were billed together says nothing by its day either.
        double dated = before.bundled() && before.invoice().epochDay == occurrence.invoice().epochDay
                ? 0
                : dated(before, occurrence, at);
        return prices.gain(before.invoice(), occurrence.invoice(), at, rate)
                - season.of(occurrence.invoice())
                + dated
                - missed(before, occurrence);
    }

    /** What it costs that due dates between two occurrences went unbilled. */
    private double missed(BilledOccurrence before, BilledOccurrence occurrence) {
        return BillingModel.costOfMissed((occurrence.dueMonth() - before.dueMonth()) / candidate.step() - 1);
    }

    private double dated(BilledOccurrence before, BilledOccurrence occurrence, int at) {
        double now = at == tellsDay ? 0 : dated(occurrence, day, at);
        int other = before.invoice().dayKey();
        return before.bundled() || other == day ? now : Math.max(now, OLD_HABIT + dated(occurrence, other, at));
    }

    private double dated(BilledOccurrence occurrence, int dayOfMonth, int at) {
        Timing timing = occurrence.timing(dayOfMonth);
        int key = occurrence.invoice().dayKey();
        double share = switch (timing) {
            case ON_DAY, AFTER_WEEKEND -> chance.onDay(key);
            case NEAR -> chance.within(key - BillingModel.NEAR_DAYS, key + BillingModel.NEAR_DAYS);
            case WIDE -> WIDE_SHARE;
            case FAR -> 1;
        };
        return Math.log(habit.likelihood(at, timing) / share);
    }
}
