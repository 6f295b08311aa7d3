package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Histories of invented companies, with every mess of real ones and a third of customers that only look like contracts. */
class GeneratedHistoriesTest {

    @Test
    void anOrdinaryCompanysContractsAreFound() {
        DetectionBenchmark.Score score = DetectionBenchmark.measure(HistoryGenerator.Mix.ORDINARY, 1, 6);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void theContractsOfTheWorstCompanyAreFound() {
        DetectionBenchmark.Score score = DetectionBenchmark.measure(HistoryGenerator.Mix.HARDEST, 1, 4);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void theOrderOfTheDocumentsDoesNotMatter() {
        HistoryGenerator generator = new HistoryGenerator(7, HistoryGenerator.Mix.HARDEST);
        for (HistoryGenerator.Case each : generator.customers(30)) {
            List<HistoryDocument> shuffled = new ArrayList<>(each.history().documents());
            Collections.shuffle(shuffled, new Random(1));
            CustomerHistory other = new CustomerHistory(
                    each.history().customerCode(), each.history().customerName(), shuffled);

            assertThat(Detection.patternsOf(other, generator.asOf()))
                    .isEqualTo(Detection.patternsOf(each.history(), generator.asOf()));
        }
    }
}
