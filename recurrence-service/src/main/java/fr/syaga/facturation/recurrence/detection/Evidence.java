package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/**
 * How much a track's invoices speak for a contract and against chance, in nats: each invoice on its due date is compared with
 * how often this customer's other invoices ask for such an amount on such a day. A customer with seventy invoices of a few
 * round amounts a year shows many equal amounts at equal distances; one with three invoices in all shows none.
 */
final class Evidence {

    /** Odds of forty to one: what chance brings up is mistaken for a contract about as rarely as one is overlooked. */
    static final double BELIEVED = 3.7;

    /** The share of a month that days within ten days make out. */
    private static final double WIDE_SHARE = 0.46;

    /** Dated as the invoice before it and not as the contract is now: half as likely, for habits rarely change. */
    private static final double OTHER_HABIT = Math.log(0.5);

    /** A contract is rarely interrupted, and then for a few due dates. */
    static final double INTERRUPTION = 3.5;

    static final double MISSED = 0.3;

    /** Due dates that are billed late, together with a later one; and how likely one more is among them, in nats. */
    private static final double LATE_TOGETHER = 0.05;

    private static final double LATE_WEIGHT = 20;

    private static final double ALSO_LATE = Math.log(0.6);

    /** A change of price that goes back to a former one, as after a wrong amount. */
    private static final double BACK = 0.2;
    /** How common contracts of one, two, three, six and twelve months are, by these months. */
    private static final double[] COMMON = {0, 0.5, 0.08, 0.2, 0, 0, 0.08, 0, 0, 0, 0, 0, 0.14};

    /** A beginning or an end that speaks no more than that against the rest is rather a bad time than another story. */
    private static final double WORTH_CUTTING = -3;

    private final Track track;
    private final List<Hit> hits;
    private final int day;
    private final Chance chance;
    private final Habit habit;
    private final double late;
    private final double[] rates;
    private final double[] gains;
    private double most;

    Evidence(Ledger ledger, Track track) {
        this.track = track;
        this.hits = track.hits();
        this.day = track.dayOfMonth();
        this.chance = new Chance(ledger, track);
        this.habit = new Habit(track);
        this.late = late();
        this.rates = rates();
        this.gains = new double[hits.size()];
        for (int i = 1; i < gains.length; i++) {
            gains[i] = gain(i);
        }
    }

    private double late() {
        int bundles = 0;
        for (int i = 1; i < hits.size(); i++) {
            bundles += hits.get(i).shifted() && !hits.get(i - 1).shifted() ? 1 : 0;
        }
        return Math.log((bundles + LATE_WEIGHT * LATE_TOGETHER) / (hits.size() + LATE_WEIGHT));
    }

    /**
     * The part of a track that holds together best, weighed as a whole. What is cut off does not count as chance unless it is
     * most of the track: the lesser part of a series explains nothing about the customer's other invoices.
     */
    static Track best(Ledger ledger, Track track, int trials) {
        Track whole = track;
        while (true) {
            Evidence evidence = new Evidence(ledger, whole);
            Track part = evidence.bestPart();
            if (part.size() * 2 > whole.size() || part.size() == 1) {
                part.believe(evidence.most - trials(trials, track.step()));
                return part;
            }
            whole = part;
        }
    }

    /** What it costs, in nats, that a contract of so many months could have begun, or ended, at so many invoices. */
    static double trials(int invoices, int step) {
        return Math.log(Math.max(1, invoices) / COMMON[step]);
    }

    private Track bestPart() {
        int from = 0;
        int to = 0;
        double sum = 0;
        int start = 0;
        for (int i = 1; i < gains.length; i++) {
            sum += gains[i];
            if (sum < 0) {
                sum = 0;
                start = i;
            }
            if (sum > most) {
                most = sum;
                from = start;
                to = i;
            }
        }
        double head = sum(1, from);
        double tail = sum(to + 1, gains.length - 1);
        from = head > WORTH_CUTTING ? 0 : from;
        to = tail > WORTH_CUTTING ? gains.length - 1 : to;
        most = sum(from + 1, to);
        return from == 0 && to == gains.length - 1 ? track : track.part(from, to);
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += gains[i];
        }
        return sum;
    }

    /** What a hit brings that stands between two others, against the due date that went unbilled. */
    double gainInHole(Hit hit) {
        int next = track.place(hit.slot());
        Hit before = hits.get(next - 1);
        Hit after = hits.get(next);
        double rate = rateBefore(next);
        double unbilled = gain(before, after, next, rate);
        chance.without(hit.invoice());
        double gain = gain(before, hit, next, rate) + gain(hit, after, next + 1, rate) - unbilled;
        chance.without(null);
        return gain;
    }

    /** What a hit brings that follows the last one. */
    double gainAtTail(Hit hit) {
        chance.without(hit.invoice());
        double gain = gain(track.last(), hit, hits.size(), rateBefore(hits.size()));
        chance.without(null);
        return gain;
    }

    /** What a hit brings that comes before the first one. */
    double gainAtHead(Hit hit) {
        Billed first = track.first().invoice();
        chance.without(hit.invoice());
        double gain = amount(first, hit.invoice(), 1, 1)
                + Math.max(dated(hit, day, 0), OTHER_HABIT + dated(hit, first.dayKey(), 0));
        chance.without(null);
        return gain;
    }

    private double gain(int at) {
        Hit hit = hits.get(at);
        Hit before = hits.get(at - 1);
        return hit.shifted()
                ? (before.shifted() ? ALSO_LATE : late) - chance.ofAmount(hit.invoice())
                : gain(before, hit, at, rateBefore(at));
    }

    /** What a hit brings as the one after another, {@code rate} being the ratio of the last change of price. */
    private double gain(Hit before, Hit hit, int at, double rate) {
        int missed = (hit.slot() - before.slot()) / track.step() - 1;
        double cost = missed <= 0 ? 0 : INTERRUPTION + MISSED * missed;
        // The last of those that were billed together says nothing by its day either.
        double dated =
                before.shifted() && before.invoice().epochDay == hit.invoice().epochDay ? 0 : dated(before, hit, at);
        return amount(before.invoice(), hit.invoice(), at, rate) + dated - cost;
    }

    /** The ratio of the last change of price before a hit; 1 when there was none. */
    private double rateBefore(int at) {
        return rates[Math.min(at, rates.length - 1)];
    }

    private double[] rates() {
        double[] ratios = new double[hits.size() + 1];
        ratios[0] = 1;
        for (int i = 1; i < ratios.length; i++) {
            long before = hits.get(Math.max(0, i - 2)).invoice().cents;
            long cents = hits.get(i - 1).invoice().cents;
            ratios[i] = cents == before ? ratios[i - 1] : (double) cents / before;
        }
        return ratios;
    }

    private double amount(Billed before, Billed invoice, int at, double rate) {
        if (before.cents == invoice.cents) {
            return -chance.ofAmount(invoice);
        }
        int step = track.step();
        if (wasPrice(invoice, at)) {
            return Math.log(BACK) - chance.ofAmount(invoice);
        }
        double any = PriceStep.unusual(step, before.cents, invoice.cents) / chance.ofAny();
        if (PriceStep.isWithin(before.cents, invoice.cents)) {
            double around = chance.around(invoice.cents, PriceStep.USUAL, 1) / (2 * Math.log(PriceStep.USUAL));
            any = PriceStep.density(step, before.cents, invoice.cents) / around;
        }
        double usual = PriceStep.usual(step, before.cents, invoice.cents, rate);
        return Math.log(Math.max(any, usual / chance.around(invoice.cents, 1 + PriceStep.SAME_RATE, PriceStep.UNSEEN)));
    }

    private boolean wasPrice(Billed invoice, int at) {
        for (int i = Math.min(at, hits.size()) - 2; i >= 0; i--) {
            if (hits.get(i).invoice().cents == invoice.cents) {
                return true;
            }
        }
        return false;
    }

    private double dated(Hit before, Hit hit, int at) {
        double now = dated(hit, day, at);
        int other = before.invoice().dayKey();
        return before.shifted() || other == day ? now : Math.max(now, OTHER_HABIT + dated(hit, other, at));
    }

    private double dated(Hit hit, int dayOfMonth, int at) {
        int off = Habit.off(hit, dayOfMonth);
        int key = hit.invoice().dayKey();
        double share = switch (off) {
            case Habit.ON_DAY, Habit.AFTER_WEEKEND -> chance.onDay(key);
            case Habit.NEAR -> chance.within(key - Habit.NEAR_DAYS, key + Habit.NEAR_DAYS);
            case Habit.WIDE -> WIDE_SHARE;
            default -> 1;
        };
        return Math.log(habit.likelihood(at, off) / share);
    }
}
