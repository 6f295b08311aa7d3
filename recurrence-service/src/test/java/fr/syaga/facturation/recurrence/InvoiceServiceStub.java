package fr.syaga.facturation.recurrence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import fr.syaga.facturation.recurrence.detection.DemoHistory;
import fr.syaga.facturation.recurrence.detection.MonthHistory;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/**
 * invoice-service as far as we need it: the demonstration's history and customers, and a batch that makes each reference once,
 * as the real one does. It can be down, refuse a customer, or do its work and lose the answer.
 */
public class InvoiceServiceStub implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> INVOICES = new ConcurrentHashMap<>();
    private static final Map<String, String> IDS = new ConcurrentHashMap<>();
    private static final Set<String> CANCELLED = ConcurrentHashMap.newKeySet();
    private static final Map<String, String> NUMBERS = new ConcurrentHashMap<>();
    private static final List<String> CREDITS = Collections.synchronizedList(new ArrayList<>());
    private static final List<JsonNode> IN_ORDER = Collections.synchronizedList(new ArrayList<>());
    private static WireMockServer server;
    private static final Map<String, JsonNode> ASKED_FOR = new ConcurrentHashMap<>();
    private static String refusedCustomer;
    private static boolean vatUndecided;
    private static boolean losesAnswers;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(options().dynamicPort().extensions(new Batch(), new States()));
        server.start();
        isWell();
        return Map.of("quarkus.rest-client.invoicing.url", server.baseUrl());
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** The ids under which it was called since it was last {@link #isWell}, the latest first. */
    static List<String> requestIds() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("X-Request-Id"))
                .toList();
    }

    /** The traces of which its calls are a part, in the same order; null where there is none. */
    static List<String> traceParents() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("traceparent"))
                .toList();
    }

    /** What its callers showed who they are. */
    static List<String> tokens() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .toList();
    }

    /** Everything works and nothing was made yet. */
    public static void isWell() {
        INVOICES.clear();
        IDS.clear();
        IN_ORDER.clear();
        CANCELLED.clear();
        NUMBERS.clear();
        CREDITS.clear();
        refusedCustomer = null;
        vatUndecided = false;
        ASKED_FOR.clear();
        losesAnswers = false;
        server.resetMappings();
        server.resetRequests();
        server.stubFor(post(urlPathEqualTo("/api/v1/invoices/batch"))
                .willReturn(aResponse().withTransformers(Batch.NAME)));
        servesCustomers(DemoHistory.rows());
        servesHistory(demoLines());
        servesMonthWith(0);
        servesStates();
        servesCredits();
    }

    /** A month holds the invoices that were made here, and some by hand. */
    public static void servesMonthWith(int byHand) {
        List<String> ids = new ArrayList<>(IDS.values());
        IntStream.range(0, byHand).forEach(n -> ids.add(UUID.randomUUID().toString()));
        server.stubFor(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .withQueryParam("kind", equalTo("INVOICE"))
                .willReturn(stream(
                        ids.stream().map(id -> "{\"id\":\"%s\"}".formatted(id)).toList())));
    }

    /** A person drops the draft of a day: its reference is free again. */
    public static void drops(String issuedOn) {
        String reference = referenceOf(issuedOn);
        INVOICES.remove(reference);
        IDS.remove(reference);
    }

    /** A person cancels the approved invoice of a day: its reference stays its own. */
    public static void cancels(String issuedOn) {
        CANCELLED.add(IDS.get(referenceOf(issuedOn)));
    }

    /** Oxygène gives the invoice of a day its number. */
    public static void numbers(String issuedOn, String number) {
        NUMBERS.put(IDS.get(referenceOf(issuedOn)), number);
    }

    /** A person credits a part of the invoice of a day, or all of it. */
    public static void credits(String issuedOn, String net) {
        CREDITS.add("{\"creditOf\":\"%s\",\"netAmount\":-%s}".formatted(IDS.get(referenceOf(issuedOn)), net));
        servesCredits();
    }

    private static void servesCredits() {
        server.stubFor(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .atPriority(1)
                .withQueryParam("kind", equalTo("CREDIT_NOTE"))
                .willReturn(stream(CREDITS)));
    }

    private static String referenceOf(String issuedOn) {
        return INVOICES.entrySet().stream()
                .filter(made -> made.getValue().get("issuedOn").asText().equals(issuedOn))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static void servesStates() {
        server.stubFor(post(urlPathEqualTo("/api/v1/invoices/states"))
                .willReturn(aResponse().withTransformers(States.NAME)));
    }

    public static void isDown() {
        server.resetMappings();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** It does not know the key that signed the caller's token. */
    static void refusesEveryToken() {
        server.resetMappings();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
    }

    public static void refuses(String customerCode) {
        refusedCustomer = customerCode;
        vatUndecided = false;
    }

    /** Whether the customer bears VAT is not decided. */
    public static void doesNotKnowTheVatOf(String customerCode) {
        refusedCustomer = customerCode;
        vatUndecided = true;
    }

    /** The draft of a day as it was asked for last, made or not. */
    public static JsonNode lastAskedFor(String issuedOn) {
        return ASKED_FOR.get(issuedOn);
    }

    public static void losesItsAnswers(boolean loses) {
        losesAnswers = loses;
    }

    /** The drafts that were made, by reference. */
    public static Map<String, JsonNode> made() {
        return Map.copyOf(INVOICES);
    }

    /** The drafts in the order in which they were made. */
    public static List<JsonNode> madeInOrder() {
        return List.copyOf(IN_ORDER);
    }

    public static void servesHistory(List<String> lines) {
        server.stubFor(get(urlPathEqualTo("/api/v1/invoices/stream")).willReturn(stream(lines)));
    }

    /** A history that breaks off before its end. */
    public static void servesHalfAHistory(List<String> lines) {
        server.stubFor(get(urlPathEqualTo("/api/v1/invoices/stream")).willReturn(ndjson(String.join("\n", lines))));
    }

    private static ResponseDefinitionBuilder stream(List<String> lines) {
        return ndjson(String.join("\n", lines) + "\n{\"end\":true,\"count\":%d}\n".formatted(lines.size()));
    }

    private static ResponseDefinitionBuilder ndjson(String body) {
        return aResponse().withHeader("Content-Type", "application/x-ndjson").withBody(body);
    }

    /** Everything of the month as it really is: its history and its customers. */
    public static void servesTheMonth() {
        servesHistory(lines(MonthHistory.rows()));
        servesCustomers(MonthHistory.rows());
    }

    /** Another list of invoices and its customers. */
    public static void serves(List<DemoHistory.Row> rows) {
        servesHistory(lines(rows));
        servesCustomers(rows);
    }

    public static List<String> demoLines() {
        return lines(DemoHistory.rows());
    }

    private static List<String> lines(List<DemoHistory.Row> rows) {
        List<String> lines = new ArrayList<>();
        for (DemoHistory.Row row : rows) {
            lines.add("""
                    {"status":"ISSUED","number":"%s","customerCode":"%s","customerName":"%s","issuedOn":"%s","netAmount":%s}""".formatted(row.number(), row.customerCode(), row.customerName(), row.issuedOn(), row.net()));
        }
        return lines;
    }

    private static void servesCustomers(List<DemoHistory.Row> rows) {
        servesCustomers(customers(rows));
    }

    public static void servesCustomers(String items) {
        server.stubFor(get(urlPathEqualTo("/api/v1/customers"))
                .willReturn(okJson("{\"items\":[%s],\"nextCursor\":null}".formatted(items))));
    }

    private static String customers(List<DemoHistory.Row> rows) {
        Map<String, TreeSet<String>> names = rows.stream()
                .collect(Collectors.groupingBy(
                        DemoHistory.Row::customerCode,
                        Collectors.mapping(DemoHistory.Row::customerName, Collectors.toCollection(TreeSet::new))));
        return names.entrySet().stream()
                .map(each -> "{\"code\":\"%s\",\"name\":\"%s\",\"aliases\":[%s]}"
                        .formatted(
                                each.getKey(),
                                each.getValue().first(),
                                each.getValue().stream()
                                        .map(name -> "\"" + name + "\"")
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
    }

    private static String stateOf(String id) {
        return CANCELLED.contains(id) ? "CANCELLED" : "APPROVED";
    }

    /** Tells what became of the invoices that are asked for by id: Oxygène numbered all that nobody withdrew. */
    private static final class States implements ResponseDefinitionTransformerV2 {

        static final String NAME = "states";

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            List<String> known = new ArrayList<>();
            try {
                for (JsonNode asked :
                        JSON.readTree(event.getRequest().getBody()).get("ids")) {
                    String id = asked.asText();
                    if (IDS.containsValue(id)) {
                        known.add("{\"id\":\"%s\",\"status\":\"%s\",\"number\":%s}"
                                .formatted(
                                        id,
                                        CANCELLED.contains(id) ? "CANCELLED" : "ISSUED",
                                        NUMBERS.containsKey(id) ? "\"" + NUMBERS.get(id) + "\"" : null));
                    }
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return okJson("{\"items\":[" + String.join(",", known) + "]}").build();
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    /** Answers a batch as invoice-service does: a reference is made once and known ever after. */
    private static final class Batch implements ResponseDefinitionTransformerV2 {

        static final String NAME = "batch";

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            try {
                List<String> results = new ArrayList<>();
                for (JsonNode item : JSON.readTree(event.getRequest().getBody()).get("items")) {
                    results.add(result(results.size(), item));
                }
                return losesAnswers
                        ? aResponse().withFault(Fault.EMPTY_RESPONSE).build()
                        : okJson("{\"items\":[" + String.join(",", results) + "]}")
                                .build();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static String result(int index, JsonNode item) {
            String reference = item.get("reference").asText();
            ASKED_FOR.put(item.get("issuedOn").asText(), item);
            if (vatUndecided && item.get("customerCode").asText().equals(refusedCustomer)) {
                return """
                        {"index":%d,"reference":"%s","result":"FAILED",
                         "problem":{"status":409,"type":"urn:facturation:problem:vat-regime-undecided","detail":"Le régime de TVA de %s n'est pas décidé."}}""".formatted(index, reference, refusedCustomer);
            }
            if (item.get("customerCode").asText().equals(refusedCustomer)) {
                return """
                        {"index":%d,"reference":"%s","result":"FAILED",
                         "problem":{"status":409,"type":"urn:facturation:problem:customer-blocked","detail":"The customer is blocked."}}""".formatted(index, reference);
            }
            boolean created = INVOICES.putIfAbsent(reference, item) == null;
            if (created) {
                IN_ORDER.add(item);
            }
            String id = IDS.computeIfAbsent(reference, key -> UUID.randomUUID().toString());
            return """
                    {"index":%d,"id":"%s","reference":"%s","result":"%s","status":"%s"}""".formatted(index, id, reference, created ? "CREATED" : "EXISTING", stateOf(id));
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }
}
