package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Hours, licences and hardware: half of them at a month's end, some credited, a few worth nothing, a few of a contract's amount. */
final class MixedOneOffs {

    private final CustomerStory story;
    private final Random random;
    private final LocalDate asOf;

    MixedOneOffs(CustomerStory story, Random random, LocalDate asOf) {
        this.story = story;
        this.random = random;
        this.asOf = asOf;
    }

    void tell(double aMonth, boolean someLikeTheContracts) {
        int months = 24 + random.nextInt(HistoryGenerator.HISTORY_MONTHS - 24);
        long number = Math.round(aMonth * months);
        for (int i = 0; i < number; i++) {
            LocalDate day = asOf.minusDays(random.nextInt(months * 30));
            LocalDate on = random.nextBoolean() ? day.withDayOfMonth(day.lengthOfMonth()) : day;
            boolean alike = someLikeTheContracts && !story.contracts().isEmpty() && random.nextInt(150) == 0;
            tellOne(on, alike ? ofAContract() : amount());
        }
    }

    private void tellOne(LocalDate on, long cents) {
        int fate = random.nextInt(100);
        if (fate < 2) {
            story.invoice(on, 0);
            return;
        }
        story.invoice(on, cents);
        if (fate < 6) {
            story.credit(on.plusDays(random.nextInt(40)), fate < 4 ? cents : cents / 2);
        }
    }

    private long ofAContract() {
        List<Histories.Truth> contracts = story.contracts();
        return contracts.get(random.nextInt(contracts.size())).netCents();
    }

    private long amount() {
        return switch (random.nextInt(4)) {
            case 0 -> 4_750L * (1 + random.nextInt(60));
            case 1 -> 5_000L * (1 + random.nextInt(80));
            case 2 -> Math.round(Math.exp(9 + 4 * random.nextDouble()));
            default -> 11_000L * (1 + random.nextInt(40)) / 2;
        };
    }
}
