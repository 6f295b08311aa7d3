package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A second inventor of histories that shares neither structure nor figures with {@link HistoryGenerator}: it walks every
 * customer through the months and lets each habit bill as it does. What is tuned on one is verified on the other.
 */
final class SimulatedCompany implements Histories {

    private final Random random;
    private final boolean hardest;
    private final LocalDate asOf;

    SimulatedCompany(long seed, Mix mix) {
        this.random = new Random(seed * 104_729 + 17L * mix.ordinal() + 3);
        this.hardest = mix == Mix.HARDEST;
        this.asOf = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(900));
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public List<Case> customers(int count) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CustomerStory story = new CustomerStory("S%04d".formatted(i), random, asOf);
            OneOffHabits habits = new OneOffHabits(story, random, asOf);
            if (random.nextInt(10) < 6) {
                subscribe(story);
                accompany(story, habits);
            } else {
                habits.lookLikeAContract();
            }
            cases.add(story.told());
        }
        return cases;
    }

    private void subscribe(CustomerStory story) {
        long[] lists = {3_990, 8_900, 12_900, 14_950, 25_000, 30_000, 45_000, 61_250, 75_000, 120_000, 233_300};
        int contracts = random.nextInt(5) == 0 ? 2 : 1;
        long price = lists[random.nextInt(lists.length)] + (random.nextBoolean() ? 0 : 100L * random.nextInt(90));
        int day = 0;
        for (int i = 0; i < contracts; i++) {
            Subscription subscription = new Subscription(story, random, hardest, asOf);
            day = subscription.live(price, day);
            // The second is mostly another service, seldom the same price on another day.
            price = random.nextInt(4) == 0 ? price : price * 5 / 2 + 100L * random.nextInt(50);
        }
    }

    private void accompany(CustomerStory story, OneOffHabits habits) {
        int which = random.nextInt(hardest ? 6 : 4);
        switch (which) {
            case 0 -> story.trait("alone");
            case 1 -> habits.projects(0.2 + random.nextDouble());
            case 2 -> habits.hours(0.3 + 0.6 * random.nextDouble());
            case 3 -> habits.projects(2 + 2 * random.nextDouble());
            case 4 -> {
                habits.projects(10 + 12 * random.nextDouble());
                habits.hours(0.8);
            }
            default -> habits.shop(3 + random.nextInt(12));
        }
    }
}
