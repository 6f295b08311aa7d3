package fr.syaga.facturation.clockify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** What WireMock answers for invoice-service's drafts: a reference is one invoice, and an answer can get lost after the deed. */
public final class InvoiceLedger implements ResponseDefinitionTransformerV2 {

    static final String NAME = "invoice-ledger";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> byReference = new LinkedHashMap<>();
    private final List<JsonNode> drafts = new ArrayList<>();
    private final List<ObjectNode> others = new ArrayList<>();
    private final Map<String, ObjectNode> refusals = new HashMap<>();
    private boolean loseNextAnswer;

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        try {
            boolean batch = event.getRequest().getUrl().contains("/batch");
            String body = batch ? batch(JSON.readTree(event.getRequest().getBody())) : stream(event);
            if (batch && loseNextAnswer) {
                loseNextAnswer = false;
                return new ResponseDefinitionBuilder().withStatus(504).build();
            }
            return new ResponseDefinitionBuilder()
                    .withStatus(200)
                    .withHeader("Content-Type", batch ? "application/json" : "application/x-ndjson")
                    .withBody(body)
                    .build();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String batch(JsonNode batch) {
        ArrayNode items = JSON.createArrayNode();
        for (JsonNode draft : batch.path("items")) {
            drafts.add(draft);
            String reference = draft.path("reference").asText();
            ObjectNode known = byReference.get(reference);
            ObjectNode result = items.addObject().put("index", items.size() - 1).put("reference", reference);
            ObjectNode refusal = refusals.get(draft.path("customerCode").asText());
            if (refusal != null) {
                result.put("result", "FAILED").putNull("invoice").set("problem", refusal);
            } else if (known == null) {
                byReference.put(reference, invoice(draft));
                result.put("result", "CREATED").set("invoice", byReference.get(reference));
            } else if (known.path("content").asText().equals(content(draft))) {
                result.put("result", "EXISTING").set("invoice", known);
            } else {
                result.put("result", "FAILED").putNull("invoice");
                result.putObject("problem")
                        .put("status", 409)
                        .put("type", "urn:x")
                        .put("detail", "another content");
            }
        }
        return JSON.createObjectNode().set("items", items).toString();
    }

    private static String content(JsonNode draft) {
        return draft.path("lines").toString() + draft.path("issuedOn");
    }

    private static ObjectNode invoice(JsonNode draft) {
        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode line : draft.path("lines")) {
            net = net.add(line.path("quantity")
                    .decimalValue()
                    .multiply(line.path("unitPrice").decimalValue())
                    .setScale(2, RoundingMode.HALF_UP));
        }
        return JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("status", "DRAFT")
                .put("kind", "INVOICE")
                .put("origin", "TIME")
                .put("issuedOn", draft.path("issuedOn").asText())
                .put("reference", draft.path("reference").asText())
                .put("customerCode", draft.path("customerCode").asText())
                .put("netAmount", net)
                .put("content", content(draft));
    }

    private String stream(ServeEvent event) {
        List<String> ids = event.getRequest().queryParameter("id").isPresent()
                ? event.getRequest().queryParameter("id").values()
                : List.of();
        boolean byDay = event.getRequest().queryParameter("from").isPresent();
        String from = byDay ? event.getRequest().queryParameter("from").firstValue() : "";
        String to = byDay ? event.getRequest().queryParameter("to").firstValue() : "";
        List<ObjectNode> found = Stream.concat(byReference.values().stream(), others.stream())
                .filter(invoice -> byDay
                        ? isBetween(invoice, from, to)
                        : ids.contains(invoice.path("id").asText()))
                .toList();
        StringBuilder lines = new StringBuilder();
        found.forEach(invoice -> lines.append(invoice).append('\n'));
        return lines.append("{\"end\":true,\"count\":%d}\n".formatted(found.size()))
                .toString();
    }

    private static boolean isBetween(ObjectNode invoice, String from, String to) {
        String day = invoice.path("issuedOn").asText();
        return day.compareTo(from) >= 0 && day.compareTo(to) <= 0;
    }

    /** The next batch is carried out, but its answer never arrives. */
    public synchronized void loseNextAnswer() {
        loseNextAnswer = true;
    }

    /** A document that none of our drafts made. */
    public synchronized UUID holds(ObjectNode invoice) {
        UUID id = UUID.randomUUID();
        others.add(invoice.put("id", id.toString()));
        return id;
    }

    /** Drafts of this customer are refused. */
    public synchronized void refuses(String customerCode, String type, String detail) {
        refusals.put(
                customerCode,
                JSON.createObjectNode().put("status", 409).put("type", type).put("detail", detail));
    }

    public synchronized void refusesNobody() {
        refusals.clear();
    }

    public synchronized void drop(String reference) {
        byReference.remove(reference);
    }

    public synchronized void change(String reference, Consumer<ObjectNode> change) {
        change.accept(byReference.get(reference));
    }

    public synchronized List<JsonNode> invoices() {
        return List.copyOf(byReference.values());
    }

    /** Every draft that ever arrived, repeated ones too. */
    public synchronized List<JsonNode> drafts() {
        return List.copyOf(drafts);
    }

    synchronized void clear() {
        byReference.clear();
        drafts.clear();
        others.clear();
        refusals.clear();
        loseNextAnswer = false;
    }
}
