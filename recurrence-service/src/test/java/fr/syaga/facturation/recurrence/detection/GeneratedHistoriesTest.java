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
        Score score = DetectionBenchmark.measure(seed -> new HistoryGenerator(seed, Histories.Mix.ORDINARY), 1, 6);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void theContractsOfTheWorstCompanyAreFound() {
        Score score = DetectionBenchmark.measure(seed -> new HistoryGenerator(seed, Histories.Mix.HARDEST), 1, 4);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void theContractsOfAnOrdinarySimulatedCompanyAreFound() {
        Score score = DetectionBenchmark.measure(seed -> new SimulatedCompany(seed, Histories.Mix.ORDINARY), 1, 6);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void theContractsOfTheWorstSimulatedCompanyAreFound() {
        Score score = DetectionBenchmark.measure(seed -> new SimulatedCompany(seed, Histories.Mix.HARDEST), 1, 4);

        assertThat(score.f1()).as(score.errors().toString()).isGreaterThanOrEqualTo(0.90);
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
}
