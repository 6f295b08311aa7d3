package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static fr.syaga.facturation.recurrence.schedule.Periodicity.ANNUAL;
import static fr.syaga.facturation.recurrence.schedule.Periodicity.BIMONTHLY;
import static fr.syaga.facturation.recurrence.schedule.Periodicity.QUARTERLY;
import static fr.syaga.facturation.recurrence.schedule.Periodicity.SEMIANNUAL;
import static org.assertj.core.api.Assertions.assertThat;

/** Contracts through everything that befalls their invoices, one mess at a time. */
class MessyContractsTest {

    private static final String TODAY = "2025-07-31";

    @Test
    void aPriceChangedTwiceIsOneContractAtTheLastPrice() {
        Account account = new Account()
                .monthly("2018-01", 1, 60, 450)
                .monthly("2023-01", 1, 14, 480)
                .monthly("2024-03", 1, 17, 520);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 520.00 day 1 next 2025-08-01");
        assertThat(account.patterns(TODAY).get(0).priceHistory())
                .extracting(PricePoint::from)
                .containsExactly(
                        LocalDate.parse("2018-01-01"), LocalDate.parse("2023-01-01"), LocalDate.parse("2024-03-01"));
    }

    @Test
    void threePercentEveryJanuaryIsOneContract() {
        Account account = new Account()
                .monthly("2022-01", 1, 12, 300)
                .monthly("2023-01", 1, 12, 309)
                .monthly("2024-01", 1, 12, 318.27)
                .monthly("2025-01", 1, 7, 327.82);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 327.82 day 1 next 2025-08-01");
        assertThat(account.patterns(TODAY)).hasSize(1);
    }

    @Test
    void aYearlyContractThatRisesEveryYearIsOneContract() {
        Account account = new Account()
                .invoice("2021-12-01", 2337)
                .invoice("2022-12-01", 2407.11)
                .invoice("2023-12-01", 2479.32)
                .invoice("2024-12-01", 2553.70);

        assertThat(account.running(TODAY)).containsExactly("ANNUAL 2553.70 day 1 next 2025-12-01");
    }

    @Test
    void aPauseOfFourMonthsIsNoEnd() {
        Account account = new Account().monthly("2023-01", 1, 26, 600).invoice("2025-07-01", 600);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 600.00 day 1 next 2025-08-01");
        assertThat(account.patterns(TODAY).get(0).since()).isEqualTo("2023-01-01");
    }

    @Test
    void aPriceThatRisesByHalfIsTheSameContractFromTheFirstInvoiceOn() {
        Account account = new Account().monthly("2021-01", 1, 54, 400).monthly("2025-07", 1, 1, 600);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 600.00 day 1 next 2025-08-01");
    }

    @Test
    void aYoungContractOfWhichMonthsAreBilledInPairsIsFound() {
        Account account = new Account()
                .invoice("2024-05-31", 2948.72)
                .invoice("2025-02-01", 500)
                .invoice("2025-04-29", 500)
                .invoice("2025-04-29", 500)
                .invoice("2025-05-01", 500)
                .invoice("2025-07-01", 500)
                .invoice("2025-07-01", 500)
                .invoice("2025-07-11", 3100);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 500.00 day 1 next 2025-08-01");
    }

    @Test
    void arrearsThatTurnToAdvanceAmidMonthsBilledTogetherLoseNoMonth() {
        Account account = new Account()
                .monthly("2020-06", 31, 55, 435)
                .invoice("2025-02-24", 435)
                .invoice("2025-02-24", 500)
                .invoice("2025-03-31", 500)
                .invoice("2025-04-22", 500)
                .invoice("2025-07-12", 500)
                .invoice("2025-07-12", 500)
                .invoice("2025-07-12", 500)
                .invoice("2025-08-01", 500)
                .invoice("2025-09-01", 500)
                .invoice("2025-11-29", 500)
                .invoice("2025-11-29", 500);

        assertThat(account.running("2025-11-30")).containsExactly("MONTHLY 500.00 day 1 next 2025-12-01");
    }

    @Test
    void threeUnbilledDueDatesAreAnEnd() {
        Account account = new Account().monthly("2022-01", 1, 40, 600);

        assertThat(account.running("2025-06-30")).containsExactly("MONTHLY 600.00 day 1 next 2025-07-01");
        assertThat(account.running(TODAY)).isEmpty();
        assertThat(account.ended(TODAY)).containsExactly("MONTHLY 600.00 last 2025-04-01");
    }

    @Test
    void oneUnbilledDueDateIsMissedAndNoEnd() {
        Account account = new Account().monthly("2023-01", 1, 30, 600);

        Pattern pattern = account.patterns(TODAY).get(0);

        assertThat(pattern.status()).isEqualTo(PatternStatus.ACTIVE);
        assertThat(pattern.missed()).isEqualTo(1);
    }

    @Test
    void aDateBesideTheFirstStillMeansTheFirst() {
        Account account = new Account()
                .monthly("2024-01", 1, 9, 250)
                .invoice("2024-10-02", 250)
                .invoice("2024-11-10", 250)
                .invoice("2024-11-30", 250)
                .monthly("2025-01", 1, 4, 250)
                .invoice("2025-05-03", 250)
                .invoice("2025-06-02", 250)
                .invoice("2025-07-01", 250);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 250.00 day 1 next 2025-08-01");
        assertThat(account.patterns(TODAY).get(0).occurrences()).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({"15, 2025-08-15", "28, 2025-08-28", "31, 2025-08-31"})
    void theDayOfTheMonthIsKept(int day, String next) {
        Account account = new Account().monthly("2024-01", day, 19, 250);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 250.00 day %d next %s".formatted(day, next));
    }

    @Test
    void aDayThatMovedIsTheNewOne() {
        Account account = new Account().monthly("2022-01", 1, 36, 250).monthly("2025-01", 15, 7, 250);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 250.00 day 15 next 2025-08-15");
    }

    @Test
    void aDoubleThatIsCreditedCountsOnce() {
        Account account = new Account()
                .monthly("2024-01", 1, 19, 500)
                .invoice("2024-06-01", 500)
                .credit("2024-06-01", 500)
                .invoice("2025-05-01", 500)
                .credit("2025-06-06", 500);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 500.00 day 1 next 2025-08-01");
        assertThat(account.patterns(TODAY).get(0).leaks()).isEmpty();
    }

    @Test
    void aDoubleThatIsNeverCreditedLeaksAndIsNoSecondContract() {
        Account account = new Account().monthly("2024-01", 1, 19, 500).invoice("2025-04-01", 500);

        assertThat(account.patterns(TODAY))
                .singleElement()
                .satisfies(pattern ->
                        assertThat(pattern.leaks()).extracting(Leak::kind).containsExactly(Leak.Kind.DOUBLE));
    }

    @Test
    void anEqualAmountAWeekBesideTheContractIsAnotherServiceAndNoDouble() {
        Account account = new Account().monthly("2024-01", 1, 19, 500).invoice("2025-04-08", 500);

        assertThat(account.patterns(TODAY))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.leaks()).isEmpty());
    }

    @Test
    void twentyOneOffInvoicesAMonthHideNoContract() {
        Account account = new Account()
                .oneOffs(20, 48, TODAY)
                .monthly("2023-09", 1, 23, 512.5)
                .invoice("2024-02-12", 512.5)
                .invoice("2024-11-20", 512.5);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 512.50 day 1 next 2025-08-01");
    }

    @Test
    void documentsOfZeroSayNothing() {
        Account account = new Account().monthly("2024-01", 15, 19, 0).monthly("2024-01", 1, 19, 90);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 90.00 day 1 next 2025-08-01");
    }

    @Test
    void theFirstInvoicesOfAQuarterlyContractMayBeMadeAgainAtAnotherPrice() {
        Account account = new Account()
                .invoice("2023-10-01", 826.4)
                .credit("2023-10-03", 826.4)
                .invoice("2023-10-04", 826.4)
                .invoice("2024-01-01", 826.4)
                .credit("2024-01-01", 826.4)
                .invoice("2024-01-04", 826.4)
                .every(QUARTERLY, "2024-04", 1, 6, 751.6);

        assertThat(account.running(TODAY)).containsExactly("QUARTERLY 751.60 day 1 next 2025-10-01");
        assertThat(account.patterns(TODAY).get(0).since()).isEqualTo("2023-10-04");
    }

    @Test
    void billingInArrearsAndThenInAdvanceIsOneContract() {
        Account account = new Account().monthly("2020-01", 31, 41, 400).monthly("2023-06", 1, 26, 400);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 400.00 day 1 next 2025-08-01");
        assertThat(account.patterns(TODAY))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.occurrences()).hasSize(67));
    }

    @Test
    void monthsBilledTogetherBelongToTheirOwnMonths() {
        Account account = new Account()
                .monthly("2023-01", 1, 12, 100)
                .invoice("2024-03-12", 100)
                .invoice("2024-03-12", 100)
                .invoice("2024-03-12", 100)
                .monthly("2024-04", 1, 16, 100);

        assertThat(account.patterns(TODAY)).singleElement().satisfies(pattern -> {
            assertThat(pattern.occurrences()).hasSize(31);
            assertThat(pattern.leaks()).isEmpty();
        });
    }

    @Test
    void monthsMadeUpForTogetherKeepTheContractRunning() {
        Account account = new Account()
                .monthly("2021-01", 31, 52, 1275)
                .invoice("2025-07-12", 1275)
                .invoice("2025-07-12", 1275)
                .invoice("2025-07-12", 1275);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 1275.00 day 31 next 2025-08-31");
    }

    @Test
    void aMonthlyContractThatTurnsQuarterlyIsOverAndTheQuarterlyOneRuns() {
        Account account = new Account().monthly("2021-01", 1, 48, 200).every(QUARTERLY, "2025-01", 1, 3, 600);

        assertThat(account.running(TODAY)).containsExactly("QUARTERLY 600.00 day 1 next 2025-10-01");
        assertThat(account.ended(TODAY)).containsExactly("MONTHLY 200.00 last 2024-12-01");
    }

    @Test
    void twoContractsSideBySideAreTwo() {
        Account account = new Account().monthly("2022-01", 1, 43, 300).monthly("2023-06", 1, 26, 750);

        assertThat(account.running(TODAY))
                .containsExactly("MONTHLY 300.00 day 1 next 2025-08-01", "MONTHLY 750.00 day 1 next 2025-08-01");
    }

    @Test
    void twoContractsOfOnePriceOnTwoDaysAreTwo() {
        Account account = new Account().monthly("2022-01", 1, 43, 300).monthly("2023-01", 15, 31, 300);

        assertThat(account.running(TODAY))
                .containsExactly("MONTHLY 300.00 day 1 next 2025-08-01", "MONTHLY 300.00 day 15 next 2025-08-15");
    }

    @Test
    void threeOccurrencesAreEnoughWhereTheyAreRare() {
        assertThat(new Account().every(BIMONTHLY, "2025-03", 1, 3, 180).running(TODAY))
                .containsExactly("BIMONTHLY 180.00 day 1 next 2025-09-01");
        assertThat(new Account().every(QUARTERLY, "2025-01", 1, 3, 180).running(TODAY))
                .containsExactly("QUARTERLY 180.00 day 1 next 2025-10-01");
        assertThat(new Account().every(SEMIANNUAL, "2024-06", 15, 3, 180).running(TODAY))
                .containsExactly("SEMIANNUAL 180.00 day 15 next 2025-12-15");
        assertThat(new Account().every(ANNUAL, "2023-04", 12, 3, 180).running(TODAY))
                .containsExactly("ANNUAL 180.00 day 12 next 2026-04-12");
    }

    @Test
    void fourInvoicesAreEnoughForAMonthlyContract() {
        Account account = new Account().oneOffs(2, 60, TODAY).monthly("2025-04", 1, 4, 276.6);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 276.60 day 1 next 2025-08-01");
    }

    @Test
    void anInvoiceMadeADayEarlyIsTheNextDueDates() {
        Account account = new Account().monthly("2024-01", 1, 19, 500).invoice(TODAY, 500);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 500.00 day 1 next 2025-09-01");
        assertThat(account.patterns(TODAY).get(0).leaks()).isEmpty();
    }

    @Test
    void anInvoiceMadeAWeekEarlyIsADoubleAndNotTheNextDueDates() {
        Account account = new Account().monthly("2024-01", 1, 19, 500).invoice("2025-07-24", 500);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 500.00 day 1 next 2025-08-01");
    }

    @Test
    void aDueDateMovedFromAWeekendToTheMondayIsItsOwn() {
        Account account = new Account()
                .monthly("2024-06", 1, 2, 250)
                .invoice("2024-08-01", 250)
                .invoice("2024-09-02", 250)
                .invoice("2024-10-01", 250)
                .invoice("2024-11-01", 250)
                .invoice("2024-12-02", 250)
                .invoice("2025-01-01", 250)
                .invoice("2025-02-03", 250)
                .invoice("2025-03-03", 250)
                .invoice("2025-04-01", 250)
                .invoice("2025-05-01", 250)
                .invoice("2025-06-02", 250)
                .invoice("2025-07-01", 250);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 250.00 day 1 next 2025-08-01");
    }
}
