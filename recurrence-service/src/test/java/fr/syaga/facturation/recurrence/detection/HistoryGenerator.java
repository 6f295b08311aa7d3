package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents companies' invoice histories, with every mess that real ones hold, and tells the truth about them. */
final class HistoryGenerator implements Histories {

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

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public List<Case> customers(int count) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "C%05d".formatted(i);
            CustomerStory story = new CustomerStory(code, random, asOf);
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
        List<Double> aMonth = hardest ? List.of(0.2, 1.0, 4.0, 20.0) : List.of(0.0, 0.3, 1.0, 3.0);
        new MixedOneOffs(story, random, asOf).tell(aMonth.get(random.nextInt(4)), hardest);
    }
}
