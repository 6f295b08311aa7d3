package fr.syaga.facturation.recurrence.detection;

import org.junit.jupiter.api.Test;

import static fr.syaga.facturation.recurrence.schedule.Periodicity.BIMONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

/** Contracts of few invoices a year: each of them says more, and there is more time to change its price or to forget it. */
class RareContractsTest {

    private static final String TODAY = "2025-07-31";

    @Test
    void aYearlyContractIndexedEachTimeIsOneContract() {
        Account account = new Account()
                .invoice("2017-01-01", 1539.15)
                .invoice("2018-01-01", 1576.88)
                .invoice("2019-01-01", 1596.28)
                .invoice("2020-01-01", 1639.24)
                .invoice("2021-01-01", 1677.50)
                .invoice("2022-01-03", 1755.53)
                .invoice("2023-01-02", 1810.06)
                .invoice("2024-01-01", 1840.23)
                .invoice("2025-01-01", 1900.37);

        assertThat(account.running(TODAY)).containsExactly("ANNUAL 1900.37 day 1 next 2026-01-01");
        assertThat(account.patterns(TODAY).get(0).evidence()).hasSize(9);
    }

    @Test
    void aYearlyPriceByTheNumberOfSeatsIsOneContractAmidHours() {
        Account account = new Account()
                .invoice("2018-04-30", 340)
                .invoice("2018-09-01", 537.60)
                .invoice("2019-04-30", 2550)
                .invoice("2019-09-01", 537.60)
                .invoice("2020-03-31", 425)
                .invoice("2020-09-01", 492.80)
                .invoice("2021-05-31", 330)
                .invoice("2021-09-01", 560)
                .invoice("2022-05-30", 1760)
                .invoice("2022-09-01", 604.80)
                .invoice("2023-09-01", 649.60)
                .invoice("2024-02-29", 660)
                .invoice("2024-09-01", 716.80)
                .invoice("2025-02-28", 165);

        assertThat(account.running(TODAY)).containsExactly("ANNUAL 716.80 day 1 next 2025-09-01");
    }

    @Test
    void aQuarterlyContractThatIsTwoWeeksLateNowAndThenIsFound() {
        Account account = new Account()
                .invoice("2024-01-31", 1350)
                .invoice("2024-02-06", 220)
                .invoice("2024-05-14", 1350)
                .invoice("2024-06-03", 561.72)
                .invoice("2024-07-31", 1350)
                .invoice("2024-08-21", 90)
                .invoice("2024-10-31", 1350)
                .invoice("2024-11-30", 660)
                .invoice("2025-01-31", 1350)
                .invoice("2025-05-15", 1350)
                .invoice("2025-06-20", 323.83)
                .invoice("2025-07-31", 1350);

        assertThat(account.running(TODAY)).containsExactly("QUARTERLY 1350.00 day 31 next 2025-10-31");
    }

    @Test
    void aMonthlyContractAfterOneOfEverySecondMonthIsMonthly() {
        Account account = new Account()
                .every(BIMONTHLY, "2021-11", 1, 3, 1200)
                .every(BIMONTHLY, "2022-05", 1, 6, 1219.68)
                .every(BIMONTHLY, "2023-05", 1, 3, 1238.24)
                .oneOffs(1, 48, TODAY)
                .monthly("2024-03", 1, 17, 1520);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 1520.00 day 1 next 2025-08-01");
        assertThat(account.ended(TODAY)).containsExactly("BIMONTHLY 1238.24 last 2023-09-01");
    }

    @Test
    void workOfTheSameSeasonAtAnyPriceIsNoContract() {
        Account account = new Account()
                .invoice("2018-03-14", 1412.50)
                .invoice("2019-03-02", 780)
                .invoice("2020-03-27", 2130.40)
                .invoice("2021-03-09", 1155)
                .invoice("2022-03-18", 1693.75)
                .invoice("2023-03-06", 948.20)
                .invoice("2024-03-21", 1320)
                .invoice("2025-03-11", 1864.10);

        assertThat(account.patterns(TODAY)).isEmpty();
    }

    @Test
    void workOfTheSameSeasonAtTheSamePricesIsNoContract() {
        Account account = new Account()
                .invoice("2021-10-07", 1400)
                .invoice("2022-04-13", 1400)
                .invoice("2022-04-15", 400)
                .invoice("2022-10-11", 1540)
                .invoice("2022-10-17", 440)
                .invoice("2022-10-27", 770)
                .invoice("2023-05-01", 880)
                .invoice("2023-10-17", 1540)
                .invoice("2023-10-20", 770)
                .invoice("2023-10-27", 880)
                .invoice("2024-04-01", 440)
                .invoice("2024-04-03", 1540)
                .invoice("2024-04-12", 770)
                .invoice("2024-10-30", 880)
                .invoice("2025-04-18", 770);

        assertThat(account.patterns(TODAY)).isEmpty();
    }
}
