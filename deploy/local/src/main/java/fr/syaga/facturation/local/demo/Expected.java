package fr.syaga.facturation.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** What the demonstration's data must come to: the dates of the main job, its figures, and its invoices by customer. */
final class Expected {

    private final JsonNode json;

    private Expected(JsonNode json) {
        this.json = json;
    }

    static Expected read(Path data) {
        Path file = data.resolve("expected.json");
        try {
            return new Expected(Api.JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new DemoFailed("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** A date or month of the main job. */
    String when(String name) {
        return json.required(name).asText();
    }

    String figure(String name) {
        return json.required("figures").required(name).asText();
    }

    /** The net amounts of a list of invoices, by customer. */
    Map<String, String> byCustomer(String list) {
        Map<String, String> amounts = new TreeMap<>();
        json.required(list)
                .forEach(each -> amounts.put(
                        each.required("customerCode").asText(),
                        each.required("netAmount").asText()));
        return amounts;
    }

    /** The contracts by customer, as "1400.00 MONTHLY 1". */
    Map<String, String> contracts() {
        Map<String, String> contracts = new TreeMap<>();
        json.required("contracts")
                .forEach(each -> contracts.put(each.required("customerCode").asText(), contract(each)));
        return contracts;
    }

    static String contract(JsonNode contract) {
        return "%s %s %s"
                .formatted(
                        Figures.amount(contract.required("netAmount")),
                        contract.required("periodicity").asText(),
                        contract.required("dayOfMonth").asText());
    }
}
