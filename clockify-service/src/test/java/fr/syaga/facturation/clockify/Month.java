package fr.syaga.facturation.clockify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A firm's July 2025 in which no entry names a client, and the truth about it. */
public final class Month {

    public static final Path FOLDER = Path.of("src/test/resources/month");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Month() {}

    public static JsonNode truth() {
        return read("truth.json");
    }

    /** By customer code, the body of a PUT. */
    public static JsonNode layouts() {
        return read("layouts.json");
    }

    /** Clockify serves this month, and the neighbours know this firm's customers and contracts. */
    public static void isNow() {
        Outside.clockifyServes(FOLDER.resolve("workspace.json"));
        Outside.customersAre(customers());
        Outside.contractsAre(contracts());
    }

    /** The firm's customers as invoice-service tells them. */
    public static String customers() {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        truth().path("customers")
                .fields()
                .forEachRemaining(customer -> items.addObject()
                        .put("code", customer.getKey())
                        .put("name", customer.getValue().path("name").asText())
                        .set("aliases", customer.getValue().path("aliases")));
        return page.putNull("nextCursor").toString();
    }

    private static List<JsonNode> contracts() {
        List<JsonNode> contracts = new ArrayList<>();
        for (JsonNode contract : truth().path("contracts")) {
            ObjectNode item = JSON.createObjectNode();
            String code = contract.path("customerCode").asText();
            item.put("id", UUID.nameUUIDFromBytes(code.getBytes()).toString())
                    .put("customerCode", code)
                    .put("label", "Forfait")
                    .put("netAmount", new BigDecimal(contract.path("netAmount").asText()))
                    .put("periodicity", contract.path("periodicity").asText())
                    .put("since", contract.path("since").asText())
                    .putNull("until")
                    .put("status", "ACTIVE");
            contracts.add(item);
        }
        return contracts;
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
