package fr.syaga.facturation.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import fr.syaga.facturation.clockify.fake.FakeClockify;

import static fr.syaga.facturation.story.MonthTruth.amount;
import static fr.syaga.facturation.story.MonthTruth.lines;
import static fr.syaga.facturation.story.MonthTruth.stream;
import static fr.syaga.facturation.story.MonthTruth.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A month of an invented firm as firms really are: spellings that change, customers without VAT, time that names no client, a
 * configuration beside the history. The figures are those of {@code truth.json}; the last test does all of it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthIT {

    private static final int INVOICE = 1;
    private static final int RECURRENCE = 2;
    private static final int CLOCKIFY = 3;
    private static final String JULY = "{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}";

    private final MonthTruth truth = new MonthTruth();
    private FakeClockify clockify;
    private RunningProduct product;

    @BeforeAll
    void theProductRunsWithTheFirmsClockify() throws Exception {
        clockify = FakeClockify.start(0, MonthTruth.file("workspace.json"), "a-key-of-the-test");
        product = new RunningProduct(Path.of("target", "month"), settings(clockify));
        product.command("reset");
        RunningProduct.Ended up = product.command("up");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    static Map<String, String> settings(FakeClockify clockify) {
        return Map.of(
                "FACTURATION_TODAY",
                "2025-08-01",
                "CLOCKIFY_API_URL",
                clockify.apiUrl().toString(),
                "CLOCKIFY_REPORTS_URL",
                clockify.reportsUrl().toString(),
                "CLOCKIFY_API_KEY",
                "a-key-of-the-test",
                "CLOCKIFY_WORKSPACE_ID",
                clockify.workspaceId(),
                "CLOCKIFY_HOURLY_QUOTA",
                "1000000");
    }

    @AfterAll
    void everythingStops() throws Exception {
        clockify.close();
        assertThat(product.command("down").exit()).isZero();
    }

    @Test
    @Order(1)
    void theListComesInWholeAndEachCustomerHasItsLatestNameAndItsVat() throws IOException {
        JsonNode report = product.upload(INVOICE, "/api/v1/imports/history", MonthTruth.file("Factures clients.csv"))
                .json();

        assertThat(report.get("rejected")).isEmpty();
        for (String count : List.of("rows", "invoices", "creditNotes", "customers")) {
            assertThat(report.get(count).asInt())
                    .as(count)
                    .isEqualTo(truth.at("/list/" + count).asInt());
        }
        for (String total : List.of("totalNet", "totalGross")) {
            assertThat(amount(report.get(total))).isEqualTo(amount(truth.at("/list/" + total)));
        }
        assertThat(customers()).isEqualTo(trueCustomers());
    }

    private Map<String, String> trueCustomers() {
        Map<String, String> customers = new TreeMap<>();
        truth.at("/customers").properties().forEach(each -> customers.put(each.getKey(), customer(each.getValue())));
        return customers;
    }

    private Map<String, String> customers() {
        Map<String, String> customers = new TreeMap<>();
        product.get(INVOICE, "/api/v1/customers?limit=1000")
                .json()
                .get("items")
                .forEach(each -> customers.put(text(each, "code"), customer(each)));
        return customers;
    }

    private static String customer(JsonNode each) {
        Set<String> aliases = stream(each.get("aliases")).map(JsonNode::asText).collect(Collectors.toSet());
        aliases.remove(text(each, "name"));
        return "%s, once %s, VAT %s %s"
                .formatted(
                        text(each, "name"),
                        new TreeSet<>(aliases),
                        text(each, "vatRegime"),
                        text(each, "vatRegimeHint"));
    }

    @Test
    @Order(2)
    void eachCacheIsReconciledAndTheNewerReplacesTheOlder() throws IOException {
        for (String cache : List.of("factures_cache.db", "cache2.db")) {
            RunningProduct.Answer report =
                    product.upload(INVOICE, "/api/v1/imports/invoice-cache", MonthTruth.file(cache));
            assertThat(report.status()).isEqualTo(200);
            assertThat(report.json().get("rows").asInt())
                    .isEqualTo(
                            truth.at("/reconciliation/%s/rows".formatted(cache)).asInt());

            JsonNode reconciliation =
                    product.get(INVOICE, "/api/v1/reconciliation").json();

            truth.at("/reconciliation/" + cache).properties().stream()
                    .filter(each -> !each.getKey().equals("rows"))
                    .forEach(each -> assertThat(amount(reconciliation.get(each.getKey())))
                            .as("%s of %s", each.getKey(), cache)
                            .isEqualTo(amount(each.getValue())));
            assertThat(sent()).isEqualTo(trulySent(cache));
            assertThat(all(INVOICE, "/api/v1/invoices?sent=false"))
                    .hasSize(truth.at("/sent/%s/false".formatted(cache)).asInt());
        }
    }

    private List<String> sent() {
        return all(INVOICE, "/api/v1/invoices?sent=true").stream()
                .map(each -> "%s %s %s"
                        .formatted(
                                text(each, "number"),
                                text(each, "sentAt").substring(0, 10),
                                sorted(each.get("sentTo"))))
                .sorted()
                .toList();
    }

    private List<String> trulySent(String cache) {
        return truth.at("/sent/%s/documents".formatted(cache)).properties().stream()
                .map(each -> "%s %s %s"
                        .formatted(
                                each.getKey(),
                                text(each.getValue(), "sentOn"),
                                sorted(each.getValue().get("recipients"))))
                .sorted()
                .toList();
    }

    private static List<String> sorted(JsonNode texts) {
        return stream(texts).map(JsonNode::asText).sorted().toList();
    }

    @Test
    @Order(3)
    void theHistoryAndThenTheConfigurationGiveTheContractsOnce() {
        product.post(RECURRENCE, "/api/v1/analyses", "{\"asOf\":\"2025-07-31\"}");
        product.post(RECURRENCE, "/api/v1/patterns/accept-all", "");
        JsonNode read = product.put(
                        RECURRENCE, "/api/v1/contracts/config", MonthTruth.text("config_recurrent_definitif.json"))
                .json();

        new MonthContracts(product, truth).hold(read);
    }

    @Test
    @Order(4)
    void onlyWhatIsLeftOfSurplusAndGapsIsAnAnomaly() {
        List<String> expected = new ArrayList<>(lines(
                truth.at("/anomalies"),
                each -> "%s %s %s".formatted(text(each, "kind"), text(each, "customerCode"), text(each, "dueOn"))));
        expected.addAll(lines(
                truth.at("/amountOff"),
                each -> "AMOUNT %s %s %s instead of %s"
                        .formatted(
                                text(each, "customerCode"),
                                text(each, "dueOn"),
                                amount(each.get("billed")),
                                amount(each.get("contract")))));

        JsonNode anomalies =
                product.get(RECURRENCE, "/api/v1/anomalies?asOf=2025-07-31").json();

        assertThat(stream(anomalies.get("items")).map(MonthIT::anomaly)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String anomaly(JsonNode each) {
        String what = "%s %s %s".formatted(text(each, "kind"), text(each, "customerCode"), text(each, "dueOn"));
        return text(each, "kind").equals("AMOUNT")
                ? "%s %s instead of %s".formatted(what, amount(each.get("billedNet")), amount(each.get("expectedNet")))
                : what;
    }

    @Test
    @Order(5)
    void eachProjectIsMappedOrWaitsWithTheRightCustomerFirst() {
        assertThat(product.post(CLOCKIFY, "/api/v1/sync", JULY).status()).isEqualTo(200);

        assertMappings("PROJECT", truth.at("/mappings/projects"));
    }

    private void assertMappings(String kind, JsonNode expected) {
        Map<String, JsonNode> shown = all(CLOCKIFY, "/api/v1/customer-mappings").stream()
                .filter(each -> text(each, "kind").equals(kind))
                .collect(Collectors.toMap(each -> text(each, "name"), each -> each));
        List<String> named = lines(expected, each -> text(each, "name"));
        assertThat(shown.keySet()).containsAll(named);
        assertThat(shown.values())
                .filteredOn(each -> !named.contains(text(each, "name")))
                .as("whoever else is shown waits for nobody")
                .allSatisfy(each -> assertThat(text(each, "state")).isEqualTo("INTERNAL"));
        expected.forEach(each -> {
            JsonNode mapping = shown.get(text(each, "name"));
            assertThat(text(mapping, "state") + " " + text(mapping, "customerCode"))
                    .as(text(each, "name"))
                    .isEqualTo(text(each, "state") + " " + text(each, "customerCode"));
            List<String> first = sorted(each.get("suggestedFirst"));
            if (!first.isEmpty()) {
                assertThat(first)
                        .as("first of %s", text(each, "name"))
                        .contains(mapping.at("/suggestions/0/customerCode").asText());
            }
        });
    }

    @Test
    @Order(6)
    void aYesANameGivesEachEntryItsCustomerAndItsCategory() {
        assertThat(product.put(CLOCKIFY, "/api/v1/customer-mappings", choices()).status())
                .isEqualTo(200);

        Map<String, String> shown = all(CLOCKIFY, "/api/v1/time-entries?from=2025-07-01&to=2025-07-31").stream()
                .collect(Collectors.toMap(
                        each -> text(each, "clockifyId"),
                        each -> text(each, "category") + " " + text(each, "customerCode")));
        Map<String, String> expected = new TreeMap<>();
        truth.at("/entries")
                .properties()
                .forEach(each -> expected.put(
                        each.getKey(),
                        text(each.getValue(), "category") + " " + text(each.getValue(), "customerCode")));
        assertThat(new TreeMap<>(shown)).containsAllEntriesOf(expected);
    }

    private String choices() {
        return "{\"items\":%s}".formatted(truth.at("/choices"));
    }

    @Test
    @Order(7)
    void withoutLayoutsACustomersHoursAreOneInvoice() {
        JsonNode preview = preview();

        assertThat(lines(
                        preview.get("drafts"),
                        each -> text(each, "customerCode") + " " + amount(each.get("netAmount"))))
                .isEqualTo(lines(
                        truth.at("/july/draftsWithoutLayouts"),
                        each -> text(each, "customerCode") + " " + amount(each.get("netAmount"))));
        assertThat(amount(preview.get("totalNet"))).isEqualTo(amount(truth.at("/july/totalNetWithoutLayouts")));
    }

    @Test
    @Order(8)
    void layoutsMakeTheInvoicesThatTheFirmWrites() {
        MonthTruth.layouts()
                .forEach((code, layout) -> assertThat(
                                product.put(CLOCKIFY, "/api/v1/billing-layouts/" + code, layout.toString())
                                        .status())
                        .as(code)
                        .isEqualTo(200));

        JsonNode preview = preview();

        assertThat(truth.shown(preview.get("drafts"))).isEqualTo(truth.drafts());
        assertThat(amount(preview.get("totalNet"))).isEqualTo(amount(truth.at("/july/totalNet")));
        assertThat(preview.get("unmapped").toString()).isNotEqualTo("[]");
    }

    @Test
    @Order(9)
    void hoursOfAHandWrittenInvoiceAreInNoDraftUntilTheyAreTakenBack() {
        String customer = truth.at("/byHand/customerCode").asText();
        String invoice = product.post(INVOICE, "/api/v1/invoices", handWritten(customer))
                .json()
                .get("id")
                .asText();
        assertThat(stream(preview().get("drafts"))
                        .filter(each -> text(each, "customerCode").equals(customer))
                        .flatMap(each -> stream(each.get("handWritten")))
                        .map(each -> text(each, "invoiceId")))
                .as("pointed out before anything is made")
                .containsExactly(invoice);

        String entries = truth.at("/byHand/entries").toString();
        assertThat(product.post(
                                CLOCKIFY,
                                "/api/v1/time-entries/billed",
                                "{\"invoiceId\":\"%s\",\"entryIds\":%s}".formatted(invoice, entries))
                        .status())
                .isEqualTo(200);
        assertThat(draftedCustomers()).doesNotContain(customer);

        assertThat(product.post(CLOCKIFY, "/api/v1/time-entries/unbilled", "{\"entryIds\":%s}".formatted(entries))
                        .status())
                .isEqualTo(200);
        assertThat(draftedCustomers()).contains(customer);
        assertThat(product.delete(INVOICE, "/api/v1/invoices/" + invoice).status())
                .isLessThan(300);
    }

    private static String handWritten(String customer) {
        return """
                {"customerCode":"%s","issuedOn":"2025-07-31","subject":"Réseau, juillet 2025",
                 "lines":[{"description":"Réseau","quantity":4.27,"unit":"HUR","unitPrice":110}]}""".formatted(customer);
    }

    private List<String> draftedCustomers() {
        return lines(preview().get("drafts"), each -> text(each, "customerCode"));
    }

    private JsonNode preview() {
        return product.get(CLOCKIFY, "/api/v1/billing/preview?month=2025-07").json();
    }

    @Test
    @Order(10)
    void whoBearsVatIsDecidedByAPersonAndTheOthersDoNotWait() {
        JsonNode first = product.post(CLOCKIFY, "/api/v1/billing-runs", "{\"month\":\"2025-07\"}")
                .json();

        assertThat(lines(first.get("failed"), each -> text(each, "customerCode")))
                .containsExactly(abroad());
        assertThat(first.get("drafts")).hasSize(truth.at("/july/draftCount").asInt() - 1);

        assertThat(product.put(INVOICE, "/api/v1/customers/" + abroad(), decided(abroad(), "OUTSIDE_EU"))
                        .status())
                .isEqualTo(200);
        JsonNode second = product.post(CLOCKIFY, "/api/v1/billing-runs", "{\"month\":\"2025-07\"}")
                .json();

        assertThat(second.get("failed")).isEmpty();
        assertThat(second.get("created").asInt()).isEqualTo(1);
        assertThat(amount(second.get("totalNet"))).isEqualTo(amount(truth.at("/july/totalNet")));
        JsonNode foreign = onlyDraftOf(abroad());
        assertThat(amount(foreign.get("vatAmount"))).isEqualTo("0.00");
    }

    private String abroad() {
        return truth.at("/roles/abroad").asText();
    }

    private String decided(String code, String regime) {
        return "{\"name\":\"%s\",\"vatRegime\":\"%s\"}"
                .formatted(truth.at("/customers/%s/name".formatted(code)).asText(), regime);
    }

    private JsonNode onlyDraftOf(String customer) {
        List<JsonNode> drafts = all(INVOICE, "/api/v1/invoices?origin=TIME&customer=" + customer);
        assertThat(drafts).hasSize(1);
        return drafts.get(0);
    }

    @Test
    @Order(11)
    void aFileForDaysThatWereReadFromClockifyAddsNothing() throws IOException {
        JsonNode report = product.upload(CLOCKIFY, "/api/v1/imports/time-entries", MonthTruth.file("already_read.csv"))
                .json();

        assertThat(text(report.get("alreadyRead"), "from")).isEqualTo(text(truth.at("/alreadyRead"), "from"));
        assertThat(text(report.get("alreadyRead"), "to")).isEqualTo(text(truth.at("/alreadyRead"), "to"));
        assertThat(report.at("/alreadyRead/rows").asInt())
                .isEqualTo(truth.at("/alreadyRead/rows").asInt());
        assertThat(amount(report.at("/alreadyRead/hours"))).isEqualTo(amount(truth.at("/alreadyRead/hours")));
        assertThat(report.get("imported").asInt()).isZero();
    }

    @Test
    @Order(12)
    void clientsOfAnOlderFileAreMappedByTheSameRules() throws IOException {
        product.upload(CLOCKIFY, "/api/v1/imports/time-entries", MonthTruth.file("with_clients.csv"));

        assertMappings("CLIENT", truth.at("/mappings/clients"));
    }

    @Test
    @Order(13)
    void theContractsOfAugustAreInvoicedAndOneWhoseVatNobodyKnowsWaits() {
        String august = "{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}";
        JsonNode made = product.post(RECURRENCE, "/api/v1/runs", august).json();
        assertThat(made.get("failed")).isEmpty();
        assertThat(made.get("created").asInt()).isEqualTo((int) dueIn("2025-08"));

        JsonNode october = product.post(RECURRENCE, "/api/v1/runs", "{\"from\":\"2025-10-01\",\"to\":\"2025-10-31\"}")
                .json();

        assertThat(october.get("failed")).hasSize(1);
        assertThat(october.get("failed").toString()).contains("VAT");
        assertThat(october.get("created").asInt()).isEqualTo((int) dueIn("2025-10") - 1);
    }

    private long dueIn(String month) {
        return stream(truth.at("/plan"))
                .filter(each -> text(each, "date").startsWith(month))
                .count();
    }

    @Test
    @Order(14)
    void allOfItAgainChangesNothing() throws IOException {
        Map<String, String> customers = customers();
        JsonNode list = product.upload(INVOICE, "/api/v1/imports/history", MonthTruth.file("Factures clients.csv"))
                .json();
        assertThat(list.get("unchanged").asInt())
                .isEqualTo(truth.at("/list/rows").asInt());
        assertThat(customers()).isEqualTo(customers);
        product.upload(INVOICE, "/api/v1/imports/invoice-cache", MonthTruth.file("cache2.db"));
        assertThat(sent()).isEqualTo(trulySent("cache2.db"));

        product.post(RECURRENCE, "/api/v1/analyses", "{\"asOf\":\"2025-07-31\"}");
        product.post(RECURRENCE, "/api/v1/patterns/accept-all", "");
        JsonNode read = product.put(
                        RECURRENCE, "/api/v1/contracts/config", MonthTruth.text("config_recurrent_definitif.json"))
                .json();
        new MonthContracts(product, truth).hold(read);

        product.post(CLOCKIFY, "/api/v1/sync", JULY);
        product.put(CLOCKIFY, "/api/v1/customer-mappings", choices());
        JsonNode run = product.post(CLOCKIFY, "/api/v1/billing-runs", "{\"month\":\"2025-07\"}")
                .json();
        assertThat(run.get("created").asInt()).isZero();
        assertThat(amount(run.get("totalNet"))).isEqualTo(amount(truth.at("/july/totalNet")));
        assertThat(all(INVOICE, "/api/v1/invoices?origin=TIME"))
                .hasSize(truth.at("/july/draftCount").asInt());
    }

    @Test
    @Order(15)
    void theDraftsAreApprovedAndTheJournalIsIntact() {
        String ids = all(INVOICE, "/api/v1/invoices?origin=TIME&status=DRAFT").stream()
                .map(each -> "\"" + text(each, "id") + "\"")
                .collect(Collectors.joining(","));

        JsonNode approved = product.post(INVOICE, "/api/v1/invoices/approve", "{\"ids\":[%s]}".formatted(ids))
                .json();

        assertThat(lines(approved.get("items"), each -> text(each, "result"))).containsOnly("APPROVED");
        assertThat(product.get(INVOICE, "/api/v1/journal/verify")
                        .json()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    /** All items of a list, page by page. */
    private List<JsonNode> all(int service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=1000" + cursor;
            JsonNode answer = product.get(service, page).json();
            answer.get("items").forEach(items::add);
            cursor = answer.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + answer.get("nextCursor").asText();
        } while (!cursor.isEmpty());
        return items;
    }
}
