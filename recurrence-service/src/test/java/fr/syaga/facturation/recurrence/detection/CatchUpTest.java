package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static fr.syaga.facturation.recurrence.schedule.Periodicity.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;

/** Due dates that were forgotten and made up for with a later one. */
class CatchUpTest {

    private static final String TODAY = "2025-07-31";

    @Test
    void aQuarterMadeUpForWithTheNextIsNeitherMissingNorDouble() {
        Account account = new Account()
                .every(QUARTERLY, "2022-12", 1, 6, 876.20)
                .invoice("2024-09-01", 876.20)
                .invoice("2024-09-01", 876.20)
                .every(QUARTERLY, "2024-12", 1, 3, 876.20);

        assertThat(account.patterns(TODAY))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.leaks()).isEmpty());
    }

    @Test
    void ofTwoForgottenQuartersTheOlderWasMadeUpFor() {
        Account account = new Account()
                .every(QUARTERLY, "2022-03", 1, 9, 876.20)
                .invoice("2024-12-01", 876.20)
                .invoice("2024-12-01", 876.20)
                .every(QUARTERLY, "2025-03", 1, 2, 876.20);

        assertThat(account.patterns(TODAY))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.leaks())
                        .singleElement()
                        .satisfies(leak -> {
                            assertThat(leak.kind()).isEqualTo(Leak.Kind.MISSING);
                            assertThat(leak.dueOn()).isEqualTo(LocalDate.parse("2024-09-01"));
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-07-05", "2025-07-01"})
    void aPriceThatRoseWhileAMonthWasForgottenIsTheNewOne(String late) {
        Account account = new Account()
                .monthly("2022-01", 5, 41, 499.22)
                .oneOffs(1, 60, TODAY)
                .invoice(late, 512.40)
                .invoice("2025-07-05", 512.40);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 512.40 day 5 next 2025-08-05");
    }

    @Test
    void twoEqualInvoicesOfAnAmountThatIsNotNewAreNoNewPrice() {
        Account account = new Account()
                .monthly("2022-01", 5, 41, 499.22)
                .invoice("2024-03-11", 520)
                .invoice("2025-07-05", 520)
                .invoice("2025-07-05", 520);

        assertThat(account.running(TODAY)).containsExactly("MONTHLY 499.22 day 5 next 2025-08-05");
    }
}
