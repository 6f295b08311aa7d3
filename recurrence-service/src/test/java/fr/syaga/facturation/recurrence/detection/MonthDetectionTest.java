package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The month as firms really have it, whose truth is known, and many other customers of the kind. */
class MonthDetectionTest {

    private static final JsonNode TRUTH = MonthHistory.truth();
    private static final List<Pattern> PATTERNS = MonthHistory.customers().stream()
            .flatMap(customer -> Detection.patternsOf(customer, DemoHistory.AS_OF).stream())
            .toList();

    @Test
    void itsActiveContractsAreExactlyThoseOfTheTruth() {
        assertThat(active().map(each -> "%s %s %s day %d since %s last %s prices %s"
                        .formatted(
                                each.customerCode(),
                                each.periodicity(),
                                each.schedule().months(),
                                each.schedule().dayOfMonth(),
                                each.since(),
                                each.lastInvoicedOn(),
                                each.priceHistory().stream()
                                        .map(price -> price.netAmount().doubleValue())
                                        .toList())))
                .containsExactlyInAnyOrderElementsOf(truth("contracts")
                        .map(each -> "%s %s %s day %d since %s last %s prices %s"
                                .formatted(
                                        each.get("customerCode").asText(),
                                        each.get("periodicity").asText(),
                                        list(each.get("months"))
                                                .map(JsonNode::asInt)
                                                .toList(),
                                        each.get("dayOfMonth").asInt(),
                                        each.get("since").asText(),
                                        each.get("lastInvoicedOn").asText(),
                                        list(each.get("prices"))
                                                .map(JsonNode::asDouble)
                                                .toList()))
                        .toList());
        assertThat(active())
                .allSatisfy(each -> assertThat(each.netAmount())
                        .isEqualByComparingTo(each.priceHistory()
                                .get(each.priceHistory().size() - 1)
                                .netAmount()));
    }

    @Test
    void itsEndedContractsAreExactlyThoseOfTheTruth() {
        assertThat(PATTERNS.stream()
                        .filter(each -> each.status() == PatternStatus.ENDED)
                        .map(each -> each.customerCode() + " "
                                + each.netAmount().doubleValue() + " " + each.lastInvoicedOn()))
                .containsExactlyElementsOf(truth("endedContracts")
                        .map(each -> each.get("customerCode").asText() + " "
                                + each.get("netAmount").asDouble() + " "
                                + each.get("lastInvoicedOn").asText())
                        .toList());
    }

    @Test
    void itsAnomaliesAreExactlyThoseOfTheTruth() {
        TreeSet<String> known = Stream.concat(
                        truth("anomalies")
                                .map(each -> "%s %s %s"
                                        .formatted(
                                                each.get("kind").asText(),
                                                each.get("customerCode").asText(),
                                                each.get("dueOn").asText())),
                        truth("amountOff")
                                .map(each -> "AMOUNT %s %s %.2f %.2f"
                                        .formatted(
                                                each.get("customerCode").asText(),
                                                each.get("dueOn").asText(),
                                                each.get("billed").asDouble(),
                                                each.get("contract").asDouble())))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(active().flatMap(pattern -> pattern.leaks().stream().map(leak -> line(pattern, leak))))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static String line(Pattern pattern, Leak leak) {
        String line = "%s %s %s".formatted(leak.kind(), pattern.customerCode(), leak.dueOn());
        return leak.kind() == Leak.Kind.AMOUNT
                ? line + " %.2f %.2f".formatted(leak.billedNet(), leak.expectedNet())
                : line;
    }

    /** One invoice between two prices could not be told from a rise in its month; nothing else is told differently later. */
    @Test
    void atEachMonthEndOfItsYearsTheContractsAreThoseThatLaterMonthsConfirm() {
        HistoryWalk walk = HistoryWalk.overTheMonth();

        assertThat(walk.confirmed()).isGreaterThanOrEqualTo(475);
        assertThat(walk.certain() - walk.confirmed()).isLessThanOrEqualTo(1);
        assertThat(walk.wrong()).isLessThanOrEqualTo(1);
    }

    @Test
    void whatCameLateTwiceOrWithAnOddAmountIsToldExactly() {
        assertThat(Stream.iterate(1L, seed -> seed + 1).limit(600).filter(seed -> !isExact(new LateFirm(seed, false))))
                .isEmpty();
    }

    /** Hours that come to the price, or near it in a month without an invoice, are told from it by nobody. */
    @Test
    void amongHoursOfAnyAmountOneCustomerInAHundredIsToldDifferently() {
        assertThat(Stream.iterate(1L, seed -> seed + 1).limit(600).filter(seed -> !isExact(new LateFirm(seed, true))))
                .hasSizeLessThanOrEqualTo(6);
    }

    private static boolean isExact(LateFirm firm) {
        List<Pattern> active = Detection.patternsOf(firm.history(), LateFirm.AS_OF).stream()
                .filter(each -> each.status() == PatternStatus.ACTIVE)
                .toList();
        return active.size() == 1
                && cents(active.get(0).netAmount()) == firm.price()
                && active.get(0).priceHistory().stream()
                        .map(each -> cents(each.netAmount()))
                        .toList()
                        .equals(firm.prices())
                && active.get(0).leaks().stream()
                        .map(leak -> "%s %s %d %d"
                                .formatted(
                                        leak.kind(),
                                        YearMonth.from(leak.dueOn()),
                                        cents(leak.billedNet()),
                                        cents(leak.expectedNet())))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .equals(firm.anomalies());
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    private static Stream<Pattern> active() {
        return PATTERNS.stream().filter(each -> each.status() == PatternStatus.ACTIVE);
    }

    private static Stream<JsonNode> truth(String name) {
        return list(TRUTH.get(name));
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
