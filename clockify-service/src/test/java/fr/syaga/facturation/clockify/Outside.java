package fr.syaga.facturation.clockify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import fr.syaga.facturation.clockify.fake.FakeClockify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.Map.entry;

/** The world around the service in a test: the fake Clockify with the demonstration's July, and the two neighbours. */
public class Outside implements QuarkusTestResourceLifecycleManager {

    public static final String API_KEY = "key-of-the-tests";
    public static final String STOPPED_TOKEN = "token-of-timer-stopped";
    public static final String UPDATED_TOKEN = "token-of-entry-updated";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final InvoiceLedger LEDGER = new InvoiceLedger();

    private static FakeClockify clockify;
    private static WireMockServer neighbours;
    private static GreenMail mail;
    private static MessageDeliveryHandler mailboxes;

    @Override
    public Map<String, String> start() {
        clockify = startClockify();
        neighbours =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(LEDGER));
        neighbours.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mailboxes = mail.getManagers().getUserManager().getMessageDeliveryHandler();
        everythingIsUp();
        return Map.ofEntries(
                entry("clockify.api-url", clockify.apiUrl().toString()),
                entry("clockify.reports-url", clockify.reportsUrl().toString()),
                entry("clockify.api-key", API_KEY),
                entry("clockify.workspace-id", clockify.workspaceId()),
                entry("clockify.hourly-quota", "10000"),
                entry("clockify.timeout", "2s"),
                entry(
                        "clockify.webhook-tokens",
                        "TIMER_STOPPED=%s,TIME_ENTRY_UPDATED=%s".formatted(STOPPED_TOKEN, UPDATED_TOKEN)),
                entry("quarkus.rest-client.invoicing.url", neighbours.baseUrl()),
                entry("quarkus.rest-client.recurrence.url", neighbours.baseUrl()),
                entry("quarkus.mailer.host", "127.0.0.1"),
                entry("quarkus.mailer.port", Integer.toString(mail.getSmtp().getPort())),
                entry("facturation.mail.host", "127.0.0.1"),
                entry("facturation.mail.to", "gerance@example.fr,comptable@example.fr"),
                entry("facturation.today", "2025-08-01"));
    }

    private static FakeClockify startClockify() {
        return FakeClockify.start(0, Demo.FOLDER.resolve("workspace.json"), API_KEY);
    }

    @Override
    public void stop() {
        mail.stop();
        neighbours.stop();
        clockify.close();
    }

    public static FakeClockify clockify() {
        return clockify;
    }

    /** A real SMTP server that keeps what it receives. */
    public static GreenMail mail() {
        return mail;
    }

    public static InvoiceLedger invoices() {
        return LEDGER;
    }

    /** July 2025 as it was, and all neighbours in good health. */
    public static void everythingIsUp() {
        int port = clockify.port();
        clockify.close();
        clockify = FakeClockify.start(port, Demo.FOLDER.resolve("workspace.json"), API_KEY);
        neighbours.resetAll();
        LEDGER.clear();
        mailIsTaken();
        purgeMail();
        neighbours.stubFor(get(urlPathEqualTo("/api/v1/customers")).willReturn(okJson(customers())));
        neighbours.stubFor(get(urlPathEqualTo("/api/v1/contracts")).willReturn(okJson(contracts())));
        neighbours.stubFor(post(urlPathEqualTo("/api/v1/invoices/batch"))
                .willReturn(aResponse().withTransformers(InvoiceLedger.NAME)));
        neighbours.stubFor(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .willReturn(aResponse().withTransformers(InvoiceLedger.NAME)));
    }

    /** Another workspace of the same id, as it stands in a file. */
    public static void clockifyServes(Path workspace) {
        int port = clockify.port();
        String id = clockify.workspaceId();
        clockify.close();
        try {
            String text = Files.readString(workspace);
            String other = JSON.readTree(text).path("workspace").path("id").asText();
            Path copy = Files.createTempFile("workspace", ".json");
            Files.writeString(copy, text.replace(other, id));
            clockify = FakeClockify.start(port, copy, API_KEY);
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail server answers and takes nothing; it keeps its port, which would be anybody's while it is closed. */
    public static void mailIsRefused() {
        mail.getManagers().getUserManager().setMessageDeliveryHandler((message, address) -> {
            throw new UserException("Out of order");
        });
    }

    public static void mailIsTaken() {
        mail.getManagers().getUserManager().setMessageDeliveryHandler(mailboxes);
    }

    private static void purgeMail() {
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** LAA's contract includes so many hours a month. */
    public static void laaIncludesHours(String hours) {
        contractsAre(Demo.contracts().stream()
                .map(Outside::contract)
                .peek(contract -> {
                    if (contract.path("customerCode").asText().equals("LAA10")) {
                        ((ObjectNode) contract).put("includedHours", new BigDecimal(hours));
                    }
                })
                .toList());
    }

    /** A monthly contract of the customer's beside the demonstration's. */
    public static void alsoHasAContract(String code) {
        ObjectNode truth = JSON.createObjectNode();
        truth.put("clientCode", code)
                .put("clientName", code)
                .put("amountHt", 100)
                .put("periodicity", "MONTHLY")
                .put("since", "2025-01-01");
        contractsAre(Stream.concat(Demo.contracts().stream(), Stream.of(truth))
                .map(Outside::contract)
                .toList());
    }

    public static void recurrenceIsDown() {
        neighbours.stubFor(
                get(urlPathEqualTo("/api/v1/contracts")).willReturn(aResponse().withStatus(503)));
    }

    public static void customersAre(String page) {
        neighbours.stubFor(get(urlPathEqualTo("/api/v1/customers")).willReturn(okJson(page)));
    }

    public static void contractsAre(List<JsonNode> contracts) {
        neighbours.stubFor(get(urlPathEqualTo("/api/v1/contracts"))
                .willReturn(okJson(items(contracts).toString())));
    }

    private static String customers() {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        Demo.customerNamesByCode().forEach((code, name) -> {
            items.addObject().put("code", code).put("name", name).putArray("aliases");
        });
        return page.putNull("nextCursor").toString();
    }

    private static String contracts() {
        return items(Demo.contracts().stream().map(Outside::contract).toList()).toString();
    }

    /** A contract that the detection found, in the shape of recurrence-service. */
    private static JsonNode contract(JsonNode truth) {
        String code = truth.path("clientCode").asText();
        ObjectNode contract = JSON.createObjectNode();
        contract.put("id", UUID.nameUUIDFromBytes(code.getBytes()).toString())
                .put("customerCode", code)
                .put("label", "Forfait " + truth.path("clientName").asText())
                .put("netAmount", truth.path("amountHt").decimalValue())
                .put("periodicity", truth.path("periodicity").asText())
                .put("since", truth.path("since").asText())
                .putNull("until")
                .put("status", "ACTIVE");
        return contract;
    }

    private static ObjectNode items(List<JsonNode> contracts) {
        ObjectNode list = JSON.createObjectNode();
        list.putArray("items").addAll(contracts);
        return list;
    }
}
