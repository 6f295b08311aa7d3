package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * A customer as firms really bill it, invented from a seed: months billed late and together, an odd amount, a true gap, a double
 * kept or credited, a price that rose with the last invoice. It knows which of that is an anomaly.
 */
final class LateFirm {

    static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);

    private static final YearMonth LAST = YearMonth.of(2025, 7);
    private static final int A_TIME_APART = 9;

    /** What went on in some months, and how many months it takes. */
    enum Trait {
        THREE_AT_ONCE(3),
        TWO_AT_ONCE(2),
        WITH_THE_NEXT(2),
        HALF_A_YEAR_LATER(8),
        IN_THE_MONTH_AFTER(4),
        ODD_PRICE(3),
        ODD_BETWEEN_TWO_PRICES(4),
        RISE(3),
        GAP(3),
        DOUBLE(3),
        DOUBLE_THEN_GAP(9),
        GAP_THEN_DOUBLE(9),
        CREDITED_DOUBLE(3);

        final int months;

        Trait(int months) {
            this.months = months;
        }
    }

    private final Random random;
    private final List<HistoryDocument> documents = new ArrayList<>();
    private final TreeSet<String> anomalies = new TreeSet<>();
    private final List<Trait> traits = new ArrayList<>();
    private final List<Long> prices = new ArrayList<>();
    private final int day;
    private long price;
    private int number;

    /** @param likeThePrice whether some of its hours may come to about the price, so that no one can tell them apart */
    LateFirm(long seed, boolean likeThePrice) {
        random = new Random(seed * 7919);
        day = pick(1, 1, 1, 5, 15, 31);
        price = 2500L * (4 + random.nextInt(60));
        prices.add(price);
        int months = 30 + random.nextInt(45);
        YearMonth at = LAST.minusMonths(months);
        boolean gapped = false;
        while (at.isBefore(LAST.minusMonths(20))) {
            for (int n = 0; n < A_TIME_APART; n++) {
                bill(at, due(at));
                at = at.plusMonths(1);
            }
            Trait trait = Trait.values()[random.nextInt(Trait.values().length)];
            // What comes after a true gap would make up for it.
            if (!gapped || trait == Trait.ODD_PRICE || trait == Trait.RISE || trait == Trait.CREDITED_DOUBLE) {
                tell(trait, at);
                at = at.plusMonths(trait.months);
                gapped |= trait == Trait.GAP || trait == Trait.DOUBLE_THEN_GAP;
            }
        }
        for (; at.isBefore(LAST); at = at.plusMonths(1)) {
            bill(at, due(at));
        }
        if (random.nextInt(3) == 0) {
            rise();
        }
        bill(LAST, day == 31 ? AS_OF : due(LAST));
        hours(likeThePrice);
    }

    private void tell(Trait trait, YearMonth at) {
        traits.add(trait);
        switch (trait) {
            case THREE_AT_ONCE, TWO_AT_ONCE -> together(at, trait.months, due(at.plusMonths(trait.months - 1L)));
            case WITH_THE_NEXT -> together(at, 2, due(at.plusMonths(1)));
            case HALF_A_YEAR_LATER -> {
                for (int n = 1; n < trait.months; n++) {
                    bill(at.plusMonths(n), due(at.plusMonths(n)));
                }
                document(due(at.plusMonths(6)), price);
            }
            case IN_THE_MONTH_AFTER -> {
                for (int n = 0; n < 4; n++) {
                    document(inMonth(due(at.plusMonths(3)), 2 * n), price);
                }
            }
            case ODD_PRICE -> odd(at, price - 100 * (5 + random.nextInt(10)), price);
            case ODD_BETWEEN_TWO_PRICES -> {
                long risen = price + 2500;
                odd(at, price + 100 * (5 + random.nextInt(15)), price);
                price = risen;
                prices.add(price);
                for (int n = 1; n < 4; n++) {
                    bill(at.plusMonths(n), due(at.plusMonths(n)));
                }
            }
            case RISE -> {
                rise();
                for (int n = 0; n < 3; n++) {
                    bill(at.plusMonths(n), due(at.plusMonths(n)));
                }
            }
            case GAP -> gapAndOn(at, 3);
            case DOUBLE -> doubleAndOn(at, 3, true);
            case CREDITED_DOUBLE -> {
                doubleAndOn(at, 3, false);
                document(due(at).plusDays(random.nextInt(150)), -price);
            }
            case DOUBLE_THEN_GAP -> {
                doubleAndOn(at, 6, true);
                gapAndOn(at.plusMonths(6), 3);
            }
            case GAP_THEN_DOUBLE -> {
                for (int n = 1; n < 6; n++) {
                    bill(at.plusMonths(n), due(at.plusMonths(n)));
                }
                doubleAndOn(at.plusMonths(6), 3, false);
            }
        }
    }

    private void odd(YearMonth at, long amount, long agreed) {
        document(due(at), amount);
        anomalies.add("AMOUNT %s %d %d".formatted(at, amount, agreed));
        if (agreed == price && traits.get(traits.size() - 1) == Trait.ODD_PRICE) {
            bill(at.plusMonths(1), due(at.plusMonths(1)));
            bill(at.plusMonths(2), due(at.plusMonths(2)));
        }
    }

    private void gapAndOn(YearMonth at, int months) {
        anomalies.add("MISSING %s 0 %d".formatted(at, price));
        for (int n = 1; n < months; n++) {
            bill(at.plusMonths(n), due(at.plusMonths(n)));
        }
    }

    private void doubleAndOn(YearMonth at, int months, boolean kept) {
        for (int n = 0; n < months; n++) {
            bill(at.plusMonths(n), due(at.plusMonths(n)));
        }
        document(inMonth(due(at), random.nextInt(3)), price);
        if (kept) {
            anomalies.add("DOUBLE %s %d %d".formatted(at, price, price));
        }
    }

    private void rise() {
        price = price * (1000 + 20 + random.nextInt(60)) / 1000 / 100 * 100 + 100;
        prices.add(price);
    }

    private void together(YearMonth first, int months, LocalDate on) {
        for (int n = 0; n < months; n++) {
            document(on, price);
        }
    }

    private void bill(YearMonth month, LocalDate on) {
        boolean late = random.nextInt(10) == 0 && month.isBefore(LAST);
        document(late ? inMonth(on, 1 + random.nextInt(3)) : on, price);
    }

    /** Work by the hour at some month ends. */
    private void hours(boolean likeThePrice) {
        int often = random.nextInt(4);
        LocalDate first = documents.stream()
                .map(HistoryDocument::issuedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        for (YearMonth month = YearMonth.from(first); !month.isAfter(LAST); month = month.plusMonths(1)) {
            if (random.nextInt(10) < often) {
                int hours = 1 + random.nextInt(60);
                document(month.atEndOfMonth(), likeThePrice ? 5550L * hours + 50 : price * 2 + 5550L * hours + 50);
            }
        }
    }

    private void document(LocalDate on, long cents) {
        number++;
        documents.add(new HistoryDocument("%s%05d".formatted(cents < 0 ? "A" : "F", number), on, cents));
    }

    private LocalDate due(YearMonth month) {
        return Months.date(Months.of(month.atDay(1)), day);
    }

    private static LocalDate inMonth(LocalDate from, int days) {
        LocalDate later = from.plusDays(days);
        return YearMonth.from(later).equals(YearMonth.from(from)) ? later : from;
    }

    private int pick(int... among) {
        return among[random.nextInt(among.length)];
    }

    CustomerHistory history() {
        return new CustomerHistory("INV01", "INVENTÉ", documents);
    }

    /** Kind, month, billed and agreed amount in cents of each. */
    TreeSet<String> anomalies() {
        return anomalies;
    }

    List<Trait> traits() {
        return traits;
    }

    long price() {
        return price;
    }

    /** From the oldest to the last one. */
    List<Long> prices() {
        return prices;
    }
}
