package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Histories of invented companies, with every mess of real ones and a third of customers that only look like contracts. */
class GeneratedHistoriesTest {

    @Test
    void theContractsOfOrdinaryCompaniesAreFound() {
        assertThatMostAreFound(seed -> new HistoryGenerator(seed, Histories.Mix.ORDINARY), 0.985, 0.985);
        assertThatMostAreFound(seed -> new SimulatedCompany(seed, Histories.Mix.ORDINARY), 0.975, 0.98);
    }

    @Test
    void theContractsOfTheWorstCompaniesAreFound() {
        assertThatMostAreFound(seed -> new HistoryGenerator(seed, Histories.Mix.HARDEST), 0.955, 0.95);
        assertThatMostAreFound(seed -> new SimulatedCompany(seed, Histories.Mix.HARDEST), 0.955, 0.955);
    }

    @Test
    void theOrderOfTheDocumentsDoesNotMatter() {
        for (Histories company : List.of(
                new HistoryGenerator(7, Histories.Mix.HARDEST), new SimulatedCompany(7, Histories.Mix.HARDEST))) {
            for (Histories.Case each : company.customers(30)) {
                List<HistoryDocument> shuffled = new ArrayList<>(each.history().documents());
                Collections.shuffle(shuffled, new Random(1));
                CustomerHistory other = new CustomerHistory(
                        each.history().customerCode(), each.history().customerName(), shuffled);

                assertThat(Detection.patternsOf(other, company.asOf()))
                        .isEqualTo(Detection.patternsOf(each.history(), company.asOf()));
            }
        }
    }

    private static void assertThatMostAreFound(LongFunction<Histories> company, double f1, double exactPlans) {
        Score score = DetectionBenchmark.measure(company, 31, 36);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(f1);
        assertThat(score.exactPlans()).as(score.errors().toString()).isGreaterThanOrEqualTo(exactPlans);
    }
}
