package fr.syaga.facturation.recurrence.detection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

import static fr.syaga.facturation.recurrence.schedule.Periodicity.ANNUAL;
import static fr.syaga.facturation.recurrence.schedule.Periodicity.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;

/** Contracts of one customer that are equal in all are each a contract; an invoice that was made twice is none. */
class TwinsTest {

    private static final String TODAY = "2025-07-31";
    private static final String NEXT = "MONTHLY 300.00 day 1 next 2025-08-01";

    @Test
    void twoEqualContractsOfAListAreTwo() {
        List<Pattern> patterns = DemoHistory.customers(DemoHistory.rows(Path.of("src/test/resources/twins"))).stream()
                .flatMap(customer -> Detection.patternsOf(customer, LocalDate.parse(TODAY)).stream())
                .toList();

        assertThat(patterns).hasSize(2).allSatisfy(pattern -> {
            assertThat(pattern.netAmount()).isEqualTo("300.00");
            assertThat(pattern.since()).isEqualTo("2023-08-01");
            assertThat(pattern.nextDueOn()).isEqualTo("2025-08-01");
            assertThat(pattern.evidence()).hasSize(24);
            assertThat(pattern.leaks()).isEmpty();
            assertThat(pattern.explanation())
                    .contains("un de 2 forfaits égaux, première facture "
                            + pattern.evidence().get(0));
        });
        assertThat(patterns).extracting(Pattern::id).doesNotHaveDuplicates();
        assertThat(patterns).flatExtracting(Pattern::evidence).hasSize(48).doesNotHaveDuplicates();
    }

    @Test
    void threeEqualContractsAreThree() {
        Account account = new Account()
                .monthly("2023-08", 1, 24, 300)
                .monthly("2023-08", 1, 24, 300)
                .monthly("2023-08", 1, 24, 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT, NEXT);
    }

    @ParameterizedTest
    @EnumSource(Periodicity.class)
    void equalContractsOfEachPeriodicityAreFound(Periodicity periodicity) {
        Account account = new Account()
                .every(periodicity, "2021-07", 15, 48 / periodicity.months() + 1, 900)
                .every(periodicity, "2021-07", 15, 48 / periodicity.months() + 1, 900);

        String line = "%s 900.00 day 15 next %s"
                .formatted(periodicity, LocalDate.parse("2025-07-15").plusMonths(periodicity.months()));
        assertThat(account.running(TODAY)).containsExactly(line, line);
    }

    @Test
    void threeEqualQuarterlyContractsAreNoMonthlyOne() {
        Account account = new Account()
                .every(QUARTERLY, "2022-01", 31, 15, 900)
                .every(QUARTERLY, "2022-01", 31, 15, 900)
                .every(QUARTERLY, "2022-01", 31, 15, 900);

        String line = "QUARTERLY 900.00 day 31 next 2025-10-31";
        assertThat(account.running(TODAY)).containsExactly(line, line, line);
    }

    @Test
    void aPriceThatRoseForBothIsThatOfBoth() {
        Account account = new Account()
                .monthly("2022-08", 1, 17, 300)
                .monthly("2022-08", 1, 17, 300)
                .monthly("2024-01", 1, 19, 315)
                .monthly("2024-01", 1, 19, 315);

        String line = "MONTHLY 315.00 day 1 next 2025-08-01";
        assertThat(account.running(TODAY)).containsExactly(line, line);
        assertThat(account.patterns(TODAY))
                .allSatisfy(pattern -> assertThat(pattern.since()).isEqualTo("2022-08-01"));
    }

    @Test
    void aYearlyPriceThatRoseForBothIsThatOfBoth() {
        Account account = new Account();
        double[] prices = {900, 927, 954.81, 983.45, 1012.95};
        for (int year = 0; year < prices.length; year++) {
            account.every(ANNUAL, (2021 + year) + "-03", 10, 1, prices[year]);
            account.every(ANNUAL, (2021 + year) + "-03", 10, 1, prices[year]);
        }

        String line = "ANNUAL 1012.95 day 10 next 2026-03-10";
        assertThat(account.running(TODAY)).containsExactly(line, line);
    }

    @Test
    void aPriceThatRoseForOneIsThatOfOne() {
        Account account = new Account()
                .monthly("2022-08", 1, 36, 300)
                .monthly("2022-08", 1, 17, 300)
                .monthly("2024-01", 1, 19, 315);

        assertThat(account.running(TODAY)).containsExactly(NEXT, "MONTHLY 315.00 day 1 next 2025-08-01");
    }

    @Test
    void oneThatEndsLeavesTheOther() {
        Account account = new Account().monthly("2022-08", 1, 36, 300).monthly("2022-08", 1, 20, 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT);
        assertThat(account.ended(TODAY)).containsExactly("MONTHLY 300.00 last 2024-03-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-08, 12", "2025-04, 4"})
    void oneThatStartsLaterIsSinceThen(String first, int times) {
        Account account = new Account().monthly("2022-08", 1, 36, 300).monthly(first, 1, times, 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT);
        assertThat(account.patterns(TODAY))
                .extracting(Pattern::since)
                .containsExactly(LocalDate.parse("2022-08-01"), LocalDate.parse(first + "-01"));
    }

    @ParameterizedTest
    @CsvSource({"20, 2025-05, 2025-04-01", "22, 2025-07, 2025-06-01", "23, 2025-08, 2025-07-01"})
    void whereOneOfTwoWasInvoicedExactlyOneIsMissing(int times, String again, String missing) {
        int left = 23 - times;
        Account account = new Account()
                .monthly("2023-08", 1, 24, 300)
                .monthly("2023-08", 1, times, 300)
                .monthly(again, 1, left, 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT);
        assertThat(account.patterns(TODAY))
                .flatExtracting(Pattern::leaks)
                .singleElement()
                .satisfies(leak -> {
                    assertThat(leak.kind()).isEqualTo(Leak.Kind.MISSING);
                    assertThat(leak.dueOn()).isEqualTo(missing);
                    assertThat(leak.atStake()).isEqualTo("300.00");
                });
    }

    @Test
    void aMonthMadeUpForOfBothIsNeitherMissingNorDouble() {
        Account account = new Account()
                .monthly("2023-08", 1, 20, 300)
                .monthly("2023-08", 1, 20, 300)
                .monthly("2025-05", 1, 3, 300)
                .monthly("2025-05", 1, 3, 300)
                .invoice("2025-05-01", 300)
                .invoice("2025-05-01", 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT);
        assertThat(account.patterns(TODAY)).flatExtracting(Pattern::leaks).isEmpty();
    }

    @Test
    void oneMadeTwoDaysLateIsStillItsOwn() {
        Account account = new Account()
                .monthly("2023-08", 1, 24, 300)
                .monthly("2023-08", 1, 21, 300)
                .invoice("2025-05-03", 300)
                .monthly("2025-06", 1, 2, 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT);
        assertThat(account.patterns(TODAY)).flatExtracting(Pattern::leaks).isEmpty();
    }

    @Test
    void oneInvoiceMoreThanThereAreContractsIsADouble() {
        Account account = new Account()
                .monthly("2023-08", 1, 24, 300)
                .monthly("2023-08", 1, 24, 300)
                .invoice("2025-02-01", 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT);
        assertThat(account.patterns(TODAY))
                .flatExtracting(Pattern::leaks)
                .singleElement()
                .satisfies(leak -> assertThat(leak.kind()).isEqualTo(Leak.Kind.DOUBLE));
    }

    @Test
    void anInvoiceThatIsCreditedAndMadeAgainIsOne() {
        Account account = new Account()
                .monthly("2023-08", 1, 24, 300)
                .monthly("2023-08", 1, 24, 300)
                .credit("2025-02-10", 300)
                .invoice("2025-02-10", 300);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT);
        assertThat(account.patterns(TODAY)).flatExtracting(Pattern::leaks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-02, 1", "2024-02, 3", "2025-05, 3"})
    void aFewInvoicesMadeTwiceAreDoublesAndNoContract(String first, int times) {
        Account account = new Account().monthly("2023-08", 1, 24, 300).monthly(first, 1, times, 300);

        assertThat(account.patterns(TODAY))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.leaks())
                        .hasSize(times)
                        .allSatisfy(leak -> assertThat(leak.kind()).isEqualTo(Leak.Kind.DOUBLE)));
    }

    @Test
    void everyInvoiceMadeAgainAndCreditedIsNoSecondContract() {
        Account account = new Account().monthly("2023-08", 1, 24, 300).monthly("2023-08", 1, 24, 300);
        for (int month = 0; month < 24; month++) {
            account.credit(LocalDate.parse("2023-08-05").plusMonths(month).toString(), 300);
        }

        assertThat(account.running(TODAY)).containsExactly(NEXT);
        assertThat(account.patterns(TODAY)).flatExtracting(Pattern::leaks).isEmpty();
    }

    @Test
    void tenYearsOfEqualInvoicesAmidOthersAreTwoContracts() {
        Account account = new Account()
                .monthly("2015-08", 1, 120, 300)
                .monthly("2015-08", 1, 120, 300)
                .monthly("2020-01", 1, 67, 450)
                .oneOffs(6, 118, TODAY);

        assertThat(account.running(TODAY)).containsExactly(NEXT, NEXT, "MONTHLY 450.00 day 1 next 2025-08-01");
    }
}
