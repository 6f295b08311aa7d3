package fr.syaga.facturation.story;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static fr.syaga.facturation.story.MonthTruth.amount;
import static fr.syaga.facturation.story.MonthTruth.lines;
import static fr.syaga.facturation.story.MonthTruth.stream;
import static fr.syaga.facturation.story.MonthTruth.text;
import static org.assertj.core.api.Assertions.assertThat;

/** The contracts of the invented firm, by whichever door they came: from the history, from the configuration, from both. */
final class MonthContracts {

    private static final int RECURRENCE = 2;

    private final RunningProduct product;
    private final MonthTruth truth;

    MonthContracts(RunningProduct product, MonthTruth truth) {
        this.product = product;
        this.truth = truth;
    }

    /** @param read what the configuration's reading answered */
    void hold(JsonNode read) {
        assertThat(lines(read.get("unmatched"), each -> text(each, "key")))
                .containsExactlyElementsOf(sorted(truth.at("/config/unmatched")));
        assertThat(lines(read.get("priceDiffers"), MonthContracts::price))
                .isEqualTo(lines(
                        truth.at("/config/priceBefore"),
                        each -> "%s %s %s"
                                .formatted(
                                        text(each, "key"),
                                        amount(each.get("configured")),
                                        amount(each.get("lastBilled")))));
        assertThat(lines(product.get(RECURRENCE, "/api/v1/contracts").json().get("items"), MonthContracts::contract))
                .isEqualTo(lines(truth.at("/contracts"), MonthContracts::contract));
        thePlanHolds();
        theFileSpeaksOfTheKeysThatStand();
    }

    private static String price(JsonNode each) {
        return "%s %s %s".formatted(text(each, "key"), amount(each.get("configured")), amount(each.get("billed")));
    }

    private static String contract(JsonNode each) {
        return "%s %s %s on the %s, months %s, since %s"
                .formatted(
                        text(each, "customerCode"),
                        text(each, "periodicity"),
                        amount(each.get("netAmount")),
                        text(each, "dayOfMonth"),
                        each.get("months"),
                        text(each, "since"));
    }

    private void thePlanHolds() {
        JsonNode schedule = product.get(RECURRENCE, "/api/v1/schedule?from=2025-08-01&to=2025-12-31")
                .json();
        assertThat(lines(schedule.get("occurrences"), each -> due(each, "dueOn")))
                .isEqualTo(lines(truth.at("/plan"), each -> due(each, "date")));
        assertThat(amount(schedule.get("totalNet"))).isEqualTo(amount(truth.at("/planTotalNet")));
        assertThat(amount(product.get(RECURRENCE, "/api/v1/revenue").json().get("annualNet")))
                .isEqualTo(amount(truth.at("/annualNet")));
    }

    private static String due(JsonNode each, String day) {
        return "%s %s %s".formatted(text(each, day), text(each, "customerCode"), amount(each.get("netAmount")));
    }

    private void theFileSpeaksOfTheKeysThatStand() {
        JsonNode written = product.get(RECURRENCE, "/api/v1/contracts/config").json();
        assertThat(keys(written)).containsAll(keys(truth.at("/config/matched")));
        assertThat(keys(written)).doesNotContainAnyElementsOf(sorted(truth.at("/config/unmatched")));
        JsonNode monthly = product.get(RECURRENCE, "/api/v1/patterns/patterns_reels_definitifs.json")
                .json();
        JsonNode quarterly = monthly.path(truth.at("/config/quarterly").asText());
        assertThat(quarterly.path("forfait_mensuel").isNumber())
                .as("a quarter's price is no monthly one")
                .isFalse();
    }

    private static List<String> keys(JsonNode object) {
        return Stream.of(object)
                .flatMap(each -> each.properties().stream())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static List<String> sorted(JsonNode texts) {
        return stream(texts).map(JsonNode::asText).sorted().toList();
    }
}
