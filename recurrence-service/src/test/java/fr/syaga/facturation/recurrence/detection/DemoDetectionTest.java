package fr.syaga.facturation.recurrence.detection;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration's fifteen years, whose truth is known. */
class DemoDetectionTest {

    private static JsonNode truth;
    private static List<Pattern> patterns;

    @BeforeAll
    static void analyse() throws IOException {
        truth = new ObjectMapper()
                .readTree(DemoHistory.FOLDER.resolve("truth.json").toFile());
        patterns = DemoHistory.patterns();
    }

    @Test
    void theActiveContractsAreExactlyThoseOfTheTruth() {
        assertThat(found(PatternStatus.ACTIVE)).isEqualTo(known("activeContracts"));
    }

    @Test
    void theEndedContractsAreExactlyThoseOfTheTruth() {
        assertThat(found(PatternStatus.ENDED)).isEqualTo(known("endedContracts"));
    }

    @Test
    void theAnnualRevenueOfTheActiveContractsIsExact() {
        BigDecimal annual = patterns.stream()
                .filter(each -> each.status() == PatternStatus.ACTIVE)
                .map(each -> each.netAmount()
                        .multiply(BigDecimal.valueOf(each.periodicity().perYear())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(annual).isEqualByComparingTo("52806.40");
    }

    @Test
    void whatIsNotAContractHasNoPattern() {
        Set<String> neverContracts = StreamSupport.stream(
                        truth.get("hardNegatives").spliterator(), false)
                .filter(each -> !each.get("kind").asText().equals("contract-ended"))
                .map(each -> each.get("clientCode").asText())
                .collect(Collectors.toSet());

        assertThat(patterns).noneMatch(each -> neverContracts.contains(each.customerCode()));
    }

    /**
     * What was a contract then is known from the years that followed: it had four invoices (three when rarer) and the next one
     * came. Of some fourteen hundred, one in seventy is told differently, as no one could have known of a new price, of instalments or of a
     * series that is credited later.
     */
    @Test
    void atEachMonthEndOfThirteenYearsTheContractsAreThoseThatLaterYearsConfirm() {
        HistoryWalk walk = HistoryWalk.overTheDemonstration();

        assertThat(walk.confirmed()).isGreaterThanOrEqualTo(1394);
        assertThat(walk.errors()).hasSizeLessThanOrEqualTo(20);
    }

    /** Dated the last day of the month before, as happened in these years: planned again it would be billed twice. */
    @ParameterizedTest
    @CsvSource({
        "VENTR01, 2012-06-30, 2012-08-01",
        "ZIGOT01, 2014-02-28, 2014-04-01",
        "RIGOL01, 2023-09-30, 2023-11-01",
        "PHARMA10, 2024-07-31, 2024-09-01",
        "PHARMA10, 2024-10-31, 2024-12-01"
    })
    void anInvoiceMadeOnTheEveIsNotPlannedAgain(String customer, LocalDate asOf, LocalDate next) {
        CustomerHistory history = DemoHistory.customers().stream()
                .filter(each -> each.customerCode().equals(customer))
                .findFirst()
                .orElseThrow();

        assertThat(Detection.patternsOf(history, asOf))
                .filteredOn(each -> each.status() == PatternStatus.ACTIVE)
                .extracting(Pattern::nextDueOn)
                .containsExactly(next);
    }

    @Test
    void anExplanationCanBeReadByABookkeeper() {
        assertThat(patterns)
                .filteredOn(each -> each.status() == PatternStatus.ACTIVE)
                .extracting(Pattern::explanation)
                .contains(
                        "Forfait trimestriel de 751,60 €, facturé le 1er du mois depuis le 04/10/2023 : 8 échéances facturées"
                                + " sur 8, la dernière le 01/07/2025 ; prix précédents : 826,40 € (dès le 04/10/2023).");
    }

    private static TreeSet<String> found(PatternStatus status) {
        return patterns.stream()
                .filter(each -> each.status() == status)
                .map(each -> line(
                        each.customerCode(),
                        each.periodicity().name(),
                        each.schedule().months().toString(),
                        each.schedule().dayOfMonth(),
                        each.netAmount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> known(String name) {
        return StreamSupport.stream(truth.get(name).spliterator(), false)
                .map(each -> line(
                        each.get("clientCode").asText(),
                        each.get("periodicity").asText(),
                        StreamSupport.stream(each.get("months").spliterator(), false)
                                .map(JsonNode::asInt)
                                .toList()
                                .toString(),
                        each.get("dayOfMonth").asInt(),
                        each.get("amountHt").decimalValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(String customer, String periodicity, String months, int day, BigDecimal amount) {
        return "%s %s %s day %d %.2f".formatted(customer, periodicity, months, day, amount);
    }
}
