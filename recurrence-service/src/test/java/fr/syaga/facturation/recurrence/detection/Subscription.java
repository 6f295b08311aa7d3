package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** A contract that lives from month to month; what goes wrong goes wrong with a small probability each time. */
final class Subscription {

    private static final int LAST_DAY = Months.LAST_DAY;

    private final CustomerStory story;
    private final Random random;
    private final double trouble;
    private final LocalDate asOf;
    private final List<Long> late = new ArrayList<>();
    private int day;
    private long price;
    private int risesIn;
    private double rate;
    private int pausedFor;
    private int holdFor;
    private double punctual;
    private boolean weekendsMoved;

    Subscription(CustomerStory story, Random random, boolean hardest, LocalDate asOf) {
        this.story = story;
        this.random = random;
        this.trouble = hardest ? 2.5 : 1;
        this.asOf = asOf;
    }

    /** Bills it all and tells the truth; answers its day. {@code notOn} is the day of another contract. */
    int live(long firstPrice, int notOn) {
        Periodicity periodicity = periodicity();
        int step = periodicity.months();
        price = firstPrice;
        do {
            day = day();
        } while (day == notOn);
        punctual = 0.97 - 0.05 * trouble * random.nextDouble();
        weekendsMoved = random.nextInt(8) == 0;
        risesIn = random.nextInt(3) == 0 ? random.nextInt(12) : -1;
        rate = List.of(1.02, 1.03, 1.015, 1.047).get(random.nextInt(4));
        int last = lastDue(step);
        int shortest = step == 1 ? 4 : 3;
        boolean young = random.nextInt(5) == 0;
        int occurrences =
                young ? shortest + random.nextInt(3) : shortest + 4 + random.nextInt(step == 1 ? 100 : 160 / step);
        boolean ended = !young && random.nextInt(5) == 0;
        if (ended) {
            last -= step * (periodicity.missesThatEnd() + random.nextInt(8));
        }
        boolean turns = step == 1 && !ended && occurrences > 30 && random.nextInt(8) == 0;
        boolean owing = !ended && !turns && occurrences > 12 && step <= 3 && random.nextInt(12) == 0;
        last -= owing ? step * (1 + random.nextInt(2)) : 0;
        story.trait(
                "%s%s x%d day %d".formatted(periodicity, ended ? " ended" : owing ? " owing" : "", occurrences, day));
        if (turns) {
            turnQuarterly(last, occurrences);
            return day;
        }
        last += !ended && !owing && day == 1 && occurrences > 8 && billEarly(last, step) ? step : 0;
        bill(step, last - step * (occurrences - 1), last, young);
        story.contract(new Histories.Truth(periodicity, price, day, last, !ended));
        return day;
    }

    private Periodicity periodicity() {
        int which = random.nextInt(20);
        return which < 11
                ? Periodicity.MONTHLY
                : which < 13
                        ? Periodicity.BIMONTHLY
                        : which < 16 ? Periodicity.QUARTERLY : which < 18 ? Periodicity.SEMIANNUAL : Periodicity.ANNUAL;
    }

    private int day() {
        int which = random.nextInt(20);
        return which < 11 ? 1 : which < 13 ? 5 : which < 15 ? 15 : which < 18 ? LAST_DAY : 1 + random.nextInt(28);
    }

    private int lastDue(int step) {
        int last = Months.of(asOf);
        while (Months.date(last, day).isAfter(asOf)) {
            last--;
        }
        return last - random.nextInt(step);
    }

    /** On the eve of the next due date its invoice may be out already. */
    private boolean billEarly(int last, int step) {
        LocalDate next = Months.date(last + step, day);
        return next.isAfter(asOf) && !next.minusDays(2).isAfter(asOf) && random.nextInt(2) == 0;
    }

    private void turnQuarterly(int last, int occurrences) {
        int quarters = 3 + random.nextInt(3);
        story.trait("turned quarterly");
        bill(1, last - 3 * quarters - occurrences, last - 3 * quarters, false);
        // The first quarter is due where the next month would have been.
        int first = last - 3 * quarters + 1;
        price = price * 3;
        risesIn = -1;
        int end = first + 3 * (quarters - 1);
        bill(3, first, end, true);
        story.contract(new Histories.Truth(Periodicity.QUARTERLY, price, day, end, true));
    }

    private void bill(int step, int first, int last, boolean spared) {
        int movesAt = !spared && oneIn(6) ? first + (last - first) / 3 / step * step : Integer.MIN_VALUE;
        int habitual = day;
        if (movesAt > first) {
            day = habitual == 1 ? LAST_DAY : habitual == LAST_DAY ? LAST_DAY : 1;
        }
        int livedSince = first;
        List<BillingCounts.DueDate> billed = new ArrayList<>();
        for (int slot = first; slot <= last; slot += step) {
            day = slot >= movesAt ? habitual : day;
            boolean calm = spared || slot > last - 3 * step || slot < first + 3 * step;
            changePrice(step, slot, last, livedSince);
            int held = late.size();
            if (!calm && isNotBilled(step, slot, last)) {
                billed.add(new BillingCounts.DueDate(Months.date(slot, day), null, 0, late.size() > held));
                continue;
            }
            billed.add(billOne(slot, calm, slot == last));
        }
        story.billed(step, billed);
    }

    private boolean isNotBilled(int step, int slot, int last) {
        if (pausedFor > 0) {
            pausedFor--;
            return true;
        }
        if (holdFor > 0 && slot + 3 * step <= last) {
            holdFor--;
            late.add(price);
            return true;
        }
        if (oneIn(90)) {
            pausedFor = step == 1 ? 1 + random.nextInt(3) : 0;
            return true;
        }
        if (oneIn(70) && step == 1 && slot + 6 < last) {
            holdFor = random.nextInt(2);
            late.add(price);
            return true;
        }
        return false;
    }

    private void changePrice(int step, int slot, int last, int first) {
        if (slot == first) {
            return;
        }
        boolean rises = Math.floorDiv(slot - risesIn, 12) > Math.floorDiv(slot - step - risesIn, 12);
        if (risesIn >= 0 && rises) {
            price = Math.round(price * rate);
        } else if (oneIn(45) && slot > first + 3 * step && slot < last) {
            double factor =
                    random.nextInt(4) == 0 ? 0.82 + 0.15 * random.nextDouble() : 1.02 + 0.28 * random.nextDouble();
            price = Math.round(price * factor / 100) * 100;
        }
    }

    private BillingCounts.DueDate billOne(int slot, boolean calm, boolean isLast) {
        LocalDate on = dateOf(slot);
        for (long held : late) {
            story.invoice(on, held);
        }
        if (!late.isEmpty()) {
            late.clear();
        }
        long cents = !calm && oneIn(120) ? price - 500 : price;
        story.invoice(on, cents);
        BillingCounts.DueDate billed = new BillingCounts.DueDate(Months.date(slot, day), on, cents, false);
        if (isLast) {
            return billed;
        }
        if (oneIn(60)) {
            story.invoice(on, price);
            if (random.nextInt(3) > 0) {
                story.credit(on.plusDays(random.nextBoolean() ? 0 : 28), price);
            }
        } else if (oneIn(90)) {
            story.credit(on.plusDays(2), cents);
            story.invoice(on.plusDays(4), cents);
        } else if (oneIn(90)) {
            story.credit(on.plusDays(9), cents / 4);
        } else if (oneIn(90)) {
            story.invoice(on.plusDays(3L + random.nextInt(22)), price);
        }
        return billed;
    }

    private LocalDate dateOf(int slot) {
        LocalDate due = Months.date(slot, day);
        if (due.isAfter(asOf)) {
            return due.minusDays(1).isAfter(asOf) ? asOf : due.minusDays(1);
        }
        if (weekendsMoved && due.getDayOfWeek().getValue() > 5) {
            return clamp(due.plusDays(8L - due.getDayOfWeek().getValue()), due);
        }
        if (random.nextDouble() < punctual) {
            return due;
        }
        // Lateness fades out geometrically; a tenth comes early.
        int days = 1 + (int) (-Math.log(1 - random.nextDouble()) * 2.5);
        return clamp(
                random.nextInt(10) == 0 ? due.minusDays(Math.min(days, 3)) : due.plusDays(Math.min(days, 12)), due);
    }

    private LocalDate clamp(LocalDate date, LocalDate due) {
        return date.isAfter(asOf) ? due : date;
    }

    private boolean oneIn(int number) {
        return random.nextDouble() < trouble / number;
    }
}
