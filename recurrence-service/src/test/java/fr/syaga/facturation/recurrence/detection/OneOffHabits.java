package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.Random;

/** How a customer is billed without a contract, and what of it looks like one. */
final class OneOffHabits {

    private static final int HOURLY_RATE = 11_000;

    private final CustomerStory story;
    private final Random random;
    private final LocalDate asOf;

    OneOffHabits(CustomerStory story, Random random, LocalDate asOf) {
        this.story = story;
        this.random = random;
        this.asOf = asOf;
    }

    void lookLikeAContract() {
        switch (random.nextInt(8)) {
            case 0, 1 -> shop(5 + random.nextInt(16));
            case 2 -> hours(0.5 + 0.5 * random.nextDouble());
            case 3 -> irregularOrders();
            case 4 -> instalments();
            case 5 -> creditedAsAWhole();
            case 6 -> {
                hours(0.9);
                projects(4);
            }
            default -> projects(0.3 + 6 * random.nextDouble());
        }
    }

    /** Projects and hardware: any amount on any day, month ends liked, some of it credited. */
    void projects(double aMonth) {
        story.trait("projects %.1f".formatted(aMonth));
        LocalDate on = asOf.minusMonths(10L + random.nextInt(150));
        while (true) {
            on = on.plusDays((long) Math.ceil(-Math.log(1 - random.nextDouble()) * 30 / aMonth) - (aMonth > 6 ? 1 : 0));
            if (on.isAfter(asOf)) {
                return;
            }
            long cents = random.nextInt(3) == 0
                    ? 10_000L * (1 + random.nextInt(40))
                    : (long) Math.exp(9.5 + 1.4 * random.nextGaussian());
            LocalDate dated = random.nextInt(4) == 0 ? on.withDayOfMonth(on.lengthOfMonth()) : on;
            story.invoice(dated, cents);
            if (random.nextInt(25) == 0) {
                story.credit(dated.plusDays(random.nextInt(50)), random.nextBoolean() ? cents : cents / 3);
            }
            if (random.nextInt(60) == 0) {
                story.invoice(dated, 0);
            }
        }
    }

    /** Whole or half hours at one rate, dated the month's last day; light months often cost the same. */
    void hours(double share) {
        story.trait("hours %.1f".formatted(share));
        int light = 2 + random.nextInt(30);
        int part = random.nextBoolean() ? 1 : 2;
        for (int back = 12 + random.nextInt(80); back > 0; back--) {
            if (random.nextDouble() < share) {
                int quantity = part + random.nextInt(light * part);
                story.invoice(Months.date(Months.of(asOf) - back, 31), (long) HOURLY_RATE * quantity / part);
            }
        }
    }

    /** Small interventions at a few round prices, several a week, the commonest price half of them. */
    void shop(int aMonth) {
        story.trait("shop " + aMonth);
        long[] prices = {9_000, 15_000, 18_000, 24_000, 40_000, 55_000};
        int known = 3 + random.nextInt(4);
        int months = 8 + random.nextInt(30);
        for (int i = 0; i < months * aMonth; i++) {
            LocalDate on = asOf.minusDays(random.nextInt(months * 30));
            long cents = random.nextInt(3) == 0 ? prices[0] : prices[random.nextInt(Math.min(known, prices.length))];
            story.invoice(random.nextInt(5) == 0 ? on.withDayOfMonth(on.lengthOfMonth()) : on, cents);
            if (random.nextInt(40) == 0) {
                story.credit(on.plusDays(3), cents);
            }
        }
    }

    private void irregularOrders() {
        story.trait("irregular orders");
        LocalDate on = asOf.minusDays(random.nextInt(120));
        long cents = 5_000L * (3 + random.nextInt(40));
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            story.invoice(on, cents);
            on = on.minusDays(12 + random.nextInt(130));
        }
        if (random.nextBoolean()) {
            projects(0.5);
        }
    }

    private void instalments() {
        story.trait("instalments");
        int parts = 3 + random.nextInt(10);
        int last = Months.of(asOf) - 4 - random.nextInt(30);
        for (int i = 0; i < parts; i++) {
            story.invoice(Months.date(last - i, 5), 83_333 + 1_250L * parts);
        }
        if (random.nextBoolean()) {
            projects(1);
        }
    }

    private void creditedAsAWhole() {
        story.trait("credited as a whole");
        int months = 4 + random.nextInt(9);
        long cents = 21_500 + 700L * random.nextInt(30);
        LocalDate end = asOf.minusDays(random.nextInt(25));
        for (int back = months; back > 0; back--) {
            story.invoice(Months.date(Months.of(end) - back, 15), cents);
        }
        if (random.nextBoolean()) {
            story.credit(end, cents * months);
        } else {
            for (int i = 0; i < months; i++) {
                story.credit(end, cents);
            }
        }
    }
}
