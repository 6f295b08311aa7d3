package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** Invents companies' invoice histories, with every mess that real ones hold, and tells the truth about them. */
final class HistoryGenerator {

    /** How messy: the ordinary company, and one in which every customer has several troubles at once. */
    enum Mix {
        ORDINARY,
        HARDEST
    }

    /** A contract that really exists. */
    record Truth(Periodicity periodicity, long netCents, int dayOfMonth, int lastDueMonth, boolean active) {}

    /** A customer's documents and contracts. */
    record Case(CustomerHistory history, String kind, List<Truth> contracts) {}

    static final int HISTORY_MONTHS = 187;

    private final Random random;
    private final Mix mix;
    private final LocalDate asOf;

    HistoryGenerator(long seed, Mix mix) {
        this.random = new Random(seed * 7919 + mix.ordinal());
        this.mix = mix;
        YearMonth month = YearMonth.of(2025, 1).plusMonths(random.nextInt(12));
        this.asOf = random.nextInt(3) == 0 ? month.atDay(11 + random.nextInt(9)) : month.atEndOfMonth();
    }

    LocalDate asOf() {
        return asOf;
    }

    List<Case> customers(int count) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "C%05d".formatted(i);
            CustomerStory story = new CustomerStory(code, random, mix, asOf);
            if (i % 3 == 2) {
                new HardNegatives(story, random, asOf).tellOne();
            } else {
                tellContracts(story);
            }
            cases.add(story.told());
        }
        return cases;
    }

    private void tellContracts(CustomerStory story) {
        boolean hardest = mix == Mix.HARDEST;
        new ContractStory(story, random, hardest, asOf, 20_000 + 500L * random.nextInt(100)).tell();
        if (random.nextInt(6) == 0) {
            new ContractStory(story, random, hardest, asOf, 100_000 + 1_000L * random.nextInt(100)).tell();
        }
        story.oneOffs(
                hardest
                        ? List.of(0.2, 1.0, 4.0, 20.0).get(random.nextInt(4))
                        : List.of(0.0, 0.3, 1.0, 3.0).get(random.nextInt(4)));
    }
}
