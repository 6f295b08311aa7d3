package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** One invented contract: its calendar, its prices and what went wrong with its invoices. */
final class ContractStory {

    private final CustomerStory story;
    private final Random random;
    private final boolean hardest;
    private final LocalDate asOf;
    private long price;

    ContractStory(CustomerStory story, Random random, boolean hardest, LocalDate asOf, long price) {
        this.story = story;
        this.random = random;
        this.hardest = hardest;
        this.asOf = asOf;
        this.price = random.nextInt(5) == 0 ? price + 160 : price;
    }

    void tell() {
        int which = random.nextInt(100);
        Periodicity periodicity = which < 62
                ? Periodicity.MONTHLY
                : which < 78
                        ? Periodicity.QUARTERLY
                        : which < 84 ? Periodicity.BIMONTHLY : which < 92 ? Periodicity.SEMIANNUAL : Periodicity.ANNUAL;
        int day = dayOfMonth();
        boolean monthly = periodicity == Periodicity.MONTHLY;
        int step = periodicity.months();
        int lastDue = Months.of(asOf);
        if (Months.date(lastDue, day).isAfter(asOf)) {
            lastDue--;
        }
        lastDue -= random.nextInt(step);
        boolean ended = random.nextInt(5) == 0;
        int end = ended ? lastDue - step * (periodicity.missesThatEnd() + random.nextInt(12)) : lastDue;
        int shortest = ended ? (monthly ? 8 : 5) : (monthly ? 4 : 3);
        int longest = Math.max(shortest + 1, Math.min(monthly ? 170 : 40, 170 / step));
        int occurrences = random.nextInt(4) == 0 ? shortest : shortest + random.nextInt(longest - shortest);
        if (monthly && !ended && occurrences > 24 && random.nextInt(12) == 0) {
            story.trait("turned-quarterly");
            bill(Periodicity.MONTHLY, day, end - 3 * 2 - 1 - 3 * random.nextInt(3), occurrences, true);
            price *= 3;
            quarterly(day, end);
            return;
        }
        story.trait(periodicity + (ended ? " ended " : " ") + occurrences + " day " + day);
        bill(periodicity, day, end, occurrences, ended);
        story.contract(new Histories.Truth(periodicity, price, day, end, !ended));
    }

    private void quarterly(int day, int end) {
        // The monthly one stopped at most nine months ago, so the quarterly ones fill what is left up to now.
        int occurrences = 3;
        for (int n = occurrences - 1; n >= 0; n--) {
            story.invoice(Months.date(end - 3 * n, day), price);
        }
        story.contract(new Histories.Truth(Periodicity.QUARTERLY, price, day, end, true));
    }

    private int dayOfMonth() {
        int which = random.nextInt(100);
        return which < 68 ? 1 : which < 78 ? 15 : which < 83 ? 28 : which < 95 ? 31 : 2 + random.nextInt(24);
    }

    private void bill(Periodicity periodicity, int day, int end, int occurrences, boolean ended) {
        int step = periodicity.months();
        Troubles troubles = new Troubles(periodicity, occurrences, day);
        int start = end - step * (occurrences - 1);
        List<BillingCounts.DueDate> billed = new ArrayList<>();
        for (int n = 0; n < occurrences; n++) {
            int slot = start + n * step;
            price = troubles.priceAt(n, slot, price);
            LocalDate due = Months.date(slot, day);
            if (troubles.isPaused(n)) {
                billed.add(new BillingCounts.DueDate(due, null, 0, false));
            } else {
                LocalDate on = troubles.dateOf(n, slot);
                long cents = troubles.amountAt(n, price);
                story.invoice(on, cents);
                billed.add(new BillingCounts.DueDate(due, on, cents, on.isAfter(Months.date(slot + step, day))));
                troubles.mishaps(n, on, price);
            }
        }
        story.billed(step, billed);
    }

    /** What befalls the invoices of one contract; the last two due dates are spared, so that the truth stays the truth. */
    private final class Troubles {

        private final int occurrences;
        private final int day;
        private final int step;
        private final boolean yearlyRise;
        private final int pauseFrom;
        private final int pauseLength;
        private final int arrearsUntil;
        private final int catchUpAt;
        private final int wrongAt;
        private final int trialUntil;
        private final int[] changesAt = {-1, -1, -1};
        private final double jitter;

        Troubles(Periodicity periodicity, int occurrences, int day) {
            this.occurrences = occurrences;
            this.day = day;
            this.step = periodicity.months();
            boolean monthly = step == 1;
            boolean longEnough = occurrences > (monthly ? 14 : 7);
            this.yearlyRise = oneIn(hardest ? 6 : 15);
            this.pauseLength = monthly ? 3 + random.nextInt(2) : 1;
            this.pauseFrom =
                    longEnough && oneIn(hardest ? 4 : 10) ? 4 + random.nextInt(occurrences - 5 - pauseLength) : -99;
            this.arrearsUntil = monthly && day == 1 && occurrences > 36 && oneIn(2) ? occurrences / 2 : 0;
            this.catchUpAt =
                    monthly && longEnough && oneIn(hardest ? 3 : 8) ? 6 + random.nextInt(occurrences - 10) : -99;
            this.wrongAt = longEnough && oneIn(hardest ? 4 : 15) ? 5 + random.nextInt(occurrences - 7) : -99;
            this.trialUntil = occurrences > 6 && oneIn(8) ? 2 : 0;
            this.jitter = hardest ? 0.18 : 0.06;
            if (longEnough && !yearlyRise) {
                // A price holds for a year at least.
                int changes = random.nextInt(4);
                int holds = Math.max(3, 12 / step);
                int at = 1 + holds + random.nextInt(occurrences);
                for (int i = 0; i < changes && at < occurrences; i++) {
                    changesAt[i] = at;
                    at += holds + random.nextInt(occurrences);
                }
            }
            if (yearlyRise) {
                story.trait("yearly-rise");
            }
            if (pauseFrom > 0) {
                story.trait("paused@" + pauseFrom);
            }
            if (changesAt[0] > 0) {
                story.trait("changed@" + changesAt[0] + "," + changesAt[1] + "," + changesAt[2]);
            }
        }

        long priceAt(int n, int slot, long before) {
            if (n > 0 && yearlyRise && Math.floorDiv(slot, 12) > Math.floorDiv(slot - step, 12)) {
                return Math.round(before * 1.03);
            }
            for (int change : changesAt) {
                if (change == n) {
                    double factor = oneIn(5) ? 0.9 + 0.05 * random.nextDouble() : 1.03 + 0.22 * random.nextDouble();
                    // One cheaper invoice is no price yet.
                    boolean told = factor > 1 || n < occurrences - 1;
                    return told ? Math.round(before * factor / 500) * 500 : before;
                }
            }
            return before;
        }

        long amountAt(int n, long cents) {
            if (n < trialUntil) {
                return cents * 11 / 10;
            }
            boolean wrong = (n == wrongAt || n == wrongAt + 1) && n < occurrences - 2;
            return wrong ? cents * 98 / 100 : cents;
        }

        boolean isPaused(int n) {
            return n >= pauseFrom && n < pauseFrom + pauseLength;
        }

        LocalDate dateOf(int n, int slot) {
            if (n >= catchUpAt && n < catchUpAt + 3 && n < occurrences - 2 && catchUpAt > arrearsUntil) {
                return Months.date(slot + (catchUpAt + 2 - n), 12);
            }
            LocalDate due = Months.date(slot, day);
            if (n < arrearsUntil) {
                LocalDate end = Months.date(slot, 31);
                return random.nextInt(100) < 65 ? end : end.minusDays(random.nextInt(11));
            }
            if (random.nextDouble() >= jitter) {
                return due;
            }
            LocalDate moved = switch (random.nextInt(4)) {
                case 0 -> due.plusDays(1);
                case 1 -> due.plusDays(2);
                case 2 -> due.plusDays(9);
                default -> due.minusDays(1);
            };
            return moved.isAfter(asOf) ? due : moved;
        }

        void mishaps(int n, LocalDate on, long cents) {
            if (!oneIn(hardest ? 25 : 60) || n >= occurrences - 1 && oneIn(2)) {
                return;
            }
            switch (random.nextInt(4)) {
                case 0 -> {
                    story.invoice(on, cents);
                    story.credit(on.plusDays(random.nextInt(3)), cents);
                }
                case 1 -> {
                    story.invoice(on, cents);
                    story.credit(on.plusDays(25 + random.nextInt(10)), cents);
                }
                case 2 -> story.invoice(on, cents);
                default -> {
                    story.credit(on, cents);
                    story.invoice(on.plusDays(3).isAfter(asOf) ? on : on.plusDays(3), cents);
                }
            }
        }

        private boolean oneIn(int number) {
            return random.nextInt(number) == 0;
        }
    }
}
