package fr.syaga.facturation.export;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.restassured.path.json.JsonPath;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/** invoice-service as a stub: which invoices it has and how it takes the news that some left. */
public final class Neighbour {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final String SENT = "/api/v1/invoices/[^/]+/sent";

    private final WireMock stubs;

    public Neighbour(WireMock stubs) {
        this.stubs = stubs;
        stubs.resetToDefaultMappings();
        stubs.resetRequests();
        stubs.resetScenarios();
        stubs.register(get(urlPathEqualTo("/api/v1/issuer/logo")).willReturn(notFound()));
        stubs.register(get(urlPathEqualTo("/api/v1/customers")).willReturn(okJson("""
                {"items":[{"code":"LAA10","name":"LAA","oxygene":{"articleCode":"FORF-LAA","paymentCode":"VIR"}}],
                 "nextCursor":null}""")));
    }

    public Neighbour has(List<Invoice> invoices) {
        return streams(lines(invoices) + "{\"end\":true,\"count\":%d}\n".formatted(invoices.size()));
    }

    /** The stream ends after the first invoices as if it were whole. */
    public Neighbour breaksOffAfter(List<Invoice> invoices) {
        return streams(lines(invoices));
    }

    private Neighbour streams(String body) {
        stubs.register(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/x-ndjson")
                        .withBody(body)));
        return this;
    }

    public Neighbour isDown() {
        stubs.register(get(urlPathEqualTo("/api/v1/invoices/stream")).willReturn(serviceUnavailable()));
        return this;
    }

    /** It is there, and cannot do this. */
    public Neighbour fails(String sentence) {
        stubs.register(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .willReturn(serverError()
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":500,\"detail\":\"%s\"}".formatted(sentence))));
        return this;
    }

    public Neighbour takesMarks(List<Invoice> invoices) {
        String results = invoices.stream()
                .map(invoice -> "{\"id\":\"%s\",\"result\":\"MARKED\",\"problem\":null}".formatted(invoice.id()))
                .collect(Collectors.joining(","));
        stubs.register(
                post(urlPathEqualTo("/api/v1/invoices/exported")).willReturn(okJson("{\"items\":[" + results + "]}")));
        return this;
    }

    public Neighbour refusesMarks() {
        stubs.register(post(urlPathEqualTo("/api/v1/invoices/exported")).willReturn(serverError()));
        return this;
    }

    /** Says for each of these documents what it must say beside its lines. */
    public Neighbour says(PaperDocument... papers) {
        for (PaperDocument paper : papers) {
            stubs.register(
                    get(urlPathEqualTo("/api/v1/invoices/" + paper.invoice().id() + "/legal-mentions"))
                            .willReturn(okJson(json(paper.facts().legal()))));
        }
        return this;
    }

    /** Somebody said who issues. */
    public Neighbour issues(String siren) {
        stubs.register(get(urlPathEqualTo("/api/v1/issuer")).willReturn(okJson("{\"siren\":\"%s\"}".formatted(siren))));
        return this;
    }

    /** Somebody said who issues, under that address. */
    public Neighbour issues(String name, String email) {
        stubs.register(get(urlPathEqualTo("/api/v1/issuer"))
                .willReturn(
                        okJson("{\"name\":\"%s\",\"siren\":\"732829320\",\"email\":\"%s\"}".formatted(name, email))));
        return this;
    }

    /** Has this customer, with these addresses for its invoices. */
    public Neighbour knows(String code, String... emails) {
        stubs.register(get(urlPathEqualTo("/api/v1/customers/" + code))
                .willReturn(
                        okJson("{\"code\":\"%s\",\"name\":\"%s\",\"emails\":%s}".formatted(code, code, json(emails)))));
        stubs.register(get(urlPathEqualTo("/api/v1/customers"))
                .willReturn(okJson("{\"items\":[{\"code\":\"%s\",\"name\":\"%s\",\"emails\":%s}],\"nextCursor\":null}"
                        .formatted(code, code, json(emails)))));
        return this;
    }

    /** Has these customers: a code and its addresses each. */
    public Neighbour knowsAll(List<List<String>> customers) {
        String items = customers.stream()
                .map(each -> "{\"code\":\"%s\",\"name\":\"%s\",\"emails\":%s}"
                        .formatted(each.get(0), each.get(0), json(each.subList(1, each.size()))))
                .collect(Collectors.joining(","));
        stubs.register(get(urlPathEqualTo("/api/v1/customers"))
                .willReturn(okJson("{\"items\":[%s],\"nextCursor\":null}".formatted(items))));
        return this;
    }

    /** Has these invoices from that day on. */
    public Neighbour hasFrom(String from, List<Invoice> invoices) {
        stubs.register(get(urlPathEqualTo("/api/v1/invoices/stream"))
                .withQueryParam("from", equalTo(from))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/x-ndjson")
                        .withBody(lines(invoices) + "{\"end\":true,\"count\":%d}\n".formatted(invoices.size()))));
        return this;
    }

    /** Has this customer with a postal address. */
    public Neighbour knowsAddress(String code, String country) {
        stubs.register(get(urlPathEqualTo("/api/v1/customers")).willReturn(okJson("""
                {"items":[{"code":"%s","name":"Zed & Fils","emails":["compta@zed.example"],
                           "addresses":[{"kind":"BILLING","line1":"1 rue du Port","postalCode":"1000","city":"Bruxelles","country":"%s"}]}],
                 "nextCursor":null}""".formatted(code, country))));
        return this;
    }

    /** Has these quotes, which no stream shows. */
    public Neighbour hasQuotes(Invoice... quotes) {
        for (Invoice quote : quotes) {
            stubs.register(get(urlPathEqualTo("/api/v1/invoices/" + quote.id())).willReturn(okJson(json(quote))));
        }
        return this;
    }

    /** Gives a quote its number when it is told that it leaves. */
    public Neighbour numbers(Invoice draft, Invoice sent) {
        String quote = "/api/v1/invoices/" + draft.id();
        stubs.register(get(urlPathEqualTo(quote))
                .inScenario("quote")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(json(draft))));
        stubs.register(post(urlPathEqualTo(quote + "/sent"))
                .inScenario("quote")
                .willSetStateTo("sent")
                .willReturn(okJson("{}")));
        stubs.register(get(urlPathEqualTo(quote))
                .inScenario("quote")
                .whenScenarioStateIs("sent")
                .willReturn(okJson(json(sent))));
        return this;
    }

    /** The quote is a draft again. */
    public Neighbour reopens() {
        stubs.resetScenarios();
        return this;
    }

    /** Keeps the paper that Oxygène printed for this invoice. */
    public Neighbour keeps(Invoice invoice, byte[] pdf) {
        stubs.register(get(urlPathEqualTo("/api/v1/invoices/" + invoice.id() + "/document"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/pdf")
                        .withBody(pdf)));
        return this;
    }

    public Neighbour hasLogo(String type, byte[] bytes) {
        stubs.register(get(urlPathEqualTo("/api/v1/issuer/logo"))
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(bytes)));
        return this;
    }

    /** For whom the invoice was, as it was told last. */
    public List<String> sentTo() {
        return stubs.find(postRequestedFor(urlPathMatching(SENT))).stream()
                .reduce((before, last) -> last)
                .map(told -> JsonPath.from(told.getBodyAsString()).<String>getList("recipients"))
                .orElse(null);
    }

    /** Which kinds the last question for invoices named. */
    public List<String> askedKinds() {
        return stubs.find(getRequestedFor(urlPathEqualTo("/api/v1/invoices/stream"))).stream()
                .reduce((before, last) -> last)
                .map(asked -> asked.queryParameter("kind"))
                .filter(QueryParameter::isPresent)
                .map(QueryParameter::values)
                .orElse(List.of());
    }

    public Neighbour takesNewsOfSending() {
        stubs.register(post(urlPathMatching(SENT)).willReturn(okJson("{}")));
        return this;
    }

    public Neighbour refusesNewsOfSending() {
        stubs.register(post(urlPathMatching(SENT)).willReturn(serverError()));
        return this;
    }

    /** How often it was told that a customer got an invoice. */
    public int newsOfSending() {
        return stubs.find(postRequestedFor(urlPathMatching(SENT))).size();
    }

    /** When the customer got the invoice, as it was told last. */
    public String sentAt() {
        return stubs.find(postRequestedFor(urlPathMatching(SENT))).stream()
                .reduce((before, last) -> last)
                .map(told -> JsonPath.from(told.getBodyAsString()).getString("sentAt"))
                .orElse(null);
    }

    /** clockify-service, behind the same stub, has hours of this customer as a PDF. */
    public Neighbour hasTimesheet(String customer) {
        stubs.register(get(urlPathEqualTo("/api/v1/timesheets"))
                .withQueryParam("customer", equalTo(customer))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/pdf")
                        .withBody("%PDF-1.7")));
        return this;
    }

    /** How often it was told that invoices left. */
    public int tellings() {
        return stubs.find(postRequestedFor(urlPathEqualTo("/api/v1/invoices/exported")))
                .size();
    }

    private static String lines(List<Invoice> invoices) {
        return invoices.stream().map(Neighbour::line).collect(Collectors.joining());
    }

    private static String line(Invoice invoice) {
        return json(invoice) + "\n";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
