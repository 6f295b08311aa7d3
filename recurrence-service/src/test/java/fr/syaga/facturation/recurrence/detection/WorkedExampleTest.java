package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The example of DETECTION.md, so that what stands there stays true. */
class WorkedExampleTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);

    private final List<HistoryDocument> documents = new ArrayList<>();

    WorkedExampleTest() {
        contract("2024-09-01", "2024-10-01", "2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01");
        contract("2025-03-03", "2025-05-01");
        invoice("2025-06-01", 515);
        invoice("2025-07-01", 515);
        invoice("2024-09-18", 820);
        invoice("2024-10-09", 310.50);
        invoice("2024-12-12", 500);
        invoice("2025-02-20", 1280);
        invoice("2025-04-15", 465.50);
        invoice("2025-06-24", 730);
    }

    @Test
    void eachMoveBringsWhatTheGuideSays() {
        List<StandingInvoice> standing = Netting.standing(documents);
        Ledger ledger = new Ledger(standing);
        CandidateContract candidate = CandidateContract.onGrid(
                1, standing.stream().filter(each -> each.day <= 3).toList());

        double[] gains = new LikelihoodRatio(ledger, candidate).gains();

        assertThat(gains)
                .containsExactly(new double[] {0, 5.23, 5.23, 5.23, 5.23, 5.23, 2.73, 1.43, 3.59, 6.83}, within(0.005));
        assertThat(BestPart.of(ledger, candidate, 1).evidence()).isCloseTo(40.05, within(0.005));
    }

    @Test
    void theContractIsFoundWithItsMissingMonth() {
        List<Pattern> patterns = Detection.patternsOf(new CustomerHistory("TOUR01", "TOURNEBROCHE", documents), AS_OF);

        assertThat(patterns).singleElement().satisfies(pattern -> {
            assertThat(pattern.netAmount()).isEqualByComparingTo("515.00");
            assertThat(pattern.nextDueOn()).isEqualTo("2025-08-01");
            assertThat(pattern.leaks())
                    .extracting(leak -> leak.kind() + " " + leak.dueOn())
                    .containsExactly("MISSING 2025-04-01");
        });
    }

    private void contract(String... days) {
        for (String on : days) {
            invoice(on, 500);
        }
    }

    private void invoice(String on, double euros) {
        documents.add(
                new HistoryDocument("F%05d".formatted(documents.size()), LocalDate.parse(on), Math.round(euros * 100)));
    }
}
