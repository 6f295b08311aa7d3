package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What only looks like a contract. */
class NoContractTest {

    private static final String TODAY = "2025-07-31";

    @Test
    void seventyInvoicesAYearOfAFewRoundAmountsAreNoContract() {
        double[] amounts = {150, 210, 250, 360, 385, 400, 400, 400, 610, 665, 910};
        Random random = new Random(7);
        Account account = new Account();
        for (int i = 0; i < 140; i++) {
            LocalDate on = LocalDate.parse(TODAY).minusDays(random.nextInt(730));
            account.invoice(on.toString(), amounts[random.nextInt(amounts.length)]);
        }
        for (int i = 0; i < 7; i++) {
            account.invoice("2025-03-11", 400);
        }

        assertThat(account.running(TODAY)).isEmpty();
    }

    @Test
    void fewEqualAmountsAtIrregularGapsAreNoContract() {
        Account account = new Account()
                .invoice("2024-10-17", 300)
                .invoice("2024-11-05", 300)
                .invoice("2024-12-20", 1250)
                .invoice("2025-02-24", 300)
                .invoice("2025-04-12", 300);

        assertThat(account.patterns(TODAY)).isEmpty();
    }

    @Test
    void fewEqualAmountsAtMonthEndsAreNoContract() {
        Account account = new Account()
                .invoice("2024-08-31", 550)
                .invoice("2024-10-31", 550)
                .invoice("2025-02-28", 550)
                .invoice("2025-03-31", 550)
                .invoice("2025-06-30", 550);

        assertThat(account.patterns(TODAY)).isEmpty();
    }

    @Test
    void instalmentsThatArePaidOffAreNoContract() {
        assertThat(new Account().monthly("2024-02", 10, 3, 2200).patterns(TODAY))
                .isEmpty();
        assertThat(new Account().monthly("2025-01", 10, 4, 3650).patterns(TODAY))
                .isEmpty();
        assertThat(new Account().monthly("2024-05", 5, 10, 833.33).running(TODAY))
                .isEmpty();
    }

    @Test
    void hoursBilledEveryMonthEndAreNoContract() {
        Account account = new Account();
        Random random = new Random(11);
        for (int back = 30; back > 0; back--) {
            LocalDate month = LocalDate.parse("2025-08-01").minusMonths(back);
            account.invoice(month.withDayOfMonth(month.lengthOfMonth()).toString(), 55.0 * (4 + random.nextInt(60)));
        }

        assertThat(account.patterns(TODAY)).isEmpty();
    }

    @Test
    void aSeriesCreditedAsAWholeIsNoContract() {
        Account onebyOne = new Account().monthly("2024-10", 1, 8, 240);
        Account inOne = new Account().monthly("2024-10", 1, 8, 240).credit("2025-05-20", 1920);
        for (int i = 0; i < 8; i++) {
            onebyOne.credit("2025-05-20", 240);
        }

        assertThat(onebyOne.patterns(TODAY)).isEmpty();
        assertThat(inOne.patterns(TODAY)).isEmpty();
    }

    @Test
    void documentsAfterTheDayAreNotLookedAt() {
        assertThat(new Account().monthly("2025-08", 1, 12, 240).patterns(TODAY)).isEmpty();
    }
}
