package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.Random;

/** Customers that look as if they had a contract and have none. */
final class HardNegatives {

    private final CustomerStory story;
    private final Random random;
    private final LocalDate asOf;

    HardNegatives(CustomerStory story, Random random, LocalDate asOf) {
        this.story = story;
        this.random = random;
        this.asOf = asOf;
    }

    void tellOne() {
        switch (random.nextInt(8)) {
            case 0 -> seventyRoundOneOffsAYear();
            case 1 -> fewEqualAtIrregularGaps();
            case 2 -> fewEqualAtMonthEnds();
            case 3 -> hoursEveryMonthEnd();
            case 4 -> fromAPriceListEveryMonth();
            case 5 -> instalments();
            case 6 -> seriesCredited();
            default -> {
                story.kind("one-offs only");
                oneOffs(1 + random.nextInt(8));
            }
        }
    }

    private void seventyRoundOneOffsAYear() {
        story.kind("round one-offs");
        long[] amounts = {
            15_000, 21_000, 25_000, 36_000, 38_500, 40_000, 40_000, 40_000, 61_000, 66_500, 91_000, 105_000
        };
        int days = 330 + random.nextInt(800);
        for (int i = 0; i < days * 70 / 365; i++) {
            story.invoice(asOf.minusDays(random.nextInt(days)), amounts[random.nextInt(amounts.length)]);
        }
        LocalDate one = asOf.minusDays(random.nextInt(days));
        for (int i = 0; i < 7; i++) {
            story.invoice(one, 40_000);
        }
    }

    private void fewEqualAtIrregularGaps() {
        story.kind("few equal");
        long cents = 10_000L * (2 + random.nextInt(15));
        int[] gaps = {19 + random.nextInt(8), 70 + random.nextInt(12), 100 + random.nextInt(60), 40 + random.nextInt(15)
        };
        LocalDate on = asOf.minusDays(random.nextInt(60));
        for (int i = 0; i < 3 + random.nextInt(2); i++) {
            story.invoice(on, cents);
            on = on.minusDays(gaps[(i + 1) % gaps.length]);
        }
        oneOffs(random.nextInt(3) * 0.5);
    }

    private void fewEqualAtMonthEnds() {
        story.kind("few equal at month ends");
        int[] back = {1, 4, 5, 9, 11};
        int skipped = random.nextInt(5);
        for (int i = 0; i < back.length; i++) {
            if (i != skipped) {
                story.invoice(Months.date(Months.of(asOf) - back[i], 31), 55_000);
            }
        }
    }

    private void hoursEveryMonthEnd() {
        story.kind("hours");
        int months = 18 + random.nextInt(60);
        for (int back = 1; back <= months; back++) {
            if (random.nextInt(8) > 0) {
                story.invoice(Months.date(Months.of(asOf) - back, 31), 4_500L * (4 + random.nextInt(86)));
            }
        }
    }

    private void fromAPriceListEveryMonth() {
        story.kind("price list");
        int months = 18 + random.nextInt(30);
        for (int back = 1; back <= months; back++) {
            if (random.nextInt(8) > 0) {
                story.invoice(Months.date(Months.of(asOf) - back, 31), 37_500L * (1 + random.nextInt(6)));
            }
        }
    }

    private void instalments() {
        story.kind("instalments");
        int parts = 3 + random.nextInt(3);
        int last = Months.of(asOf) - 2 - random.nextInt(20);
        for (int i = 0; i < parts; i++) {
            story.invoice(Months.date(last - i, 10), 150_000L + 5_000L * (parts + 7));
        }
        oneOffs(random.nextInt(2) * 0.5);
    }

    private void seriesCredited() {
        story.kind("series credited");
        int months = 5 + random.nextInt(6);
        int how = random.nextInt(3);
        long cents = 39_000 + 1_000L * random.nextInt(9);
        LocalDate end = Months.date(Months.of(asOf) - 1, 20);
        for (int back = months; back >= 1; back--) {
            LocalDate on = Months.date(Months.of(asOf) - back - 1, 1);
            story.invoice(on, cents);
            if (how == 0) {
                story.credit(on.plusDays(11), cents);
            }
        }
        for (int back = 0; how == 1 && back < months; back++) {
            story.credit(end, cents);
        }
        if (how == 2) {
            story.credit(end, cents * months);
        }
    }

    private void oneOffs(double aMonth) {
        new MixedOneOffs(story, random, asOf).tell(aMonth, false);
    }
}
