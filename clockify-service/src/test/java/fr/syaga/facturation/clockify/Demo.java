package fr.syaga.facturation.clockify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The demonstration's July 2025 and the truth about it. */
public final class Demo {

    public static final Path FOLDER = Path.of("../deploy/demo/clockify");
    public static final Path DETAILED_REPORT = FOLDER.resolve("Clockify_Detailed_Report_Juillet_2025.csv");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Demo() {}

    /** The export of one customer, in the form with a preamble and a TOTAL row. */
    public static Path export(String customer) {
        return FOLDER.resolve("Clockify_%s_Export_Juillet_2025.csv".formatted(customer));
    }

    public static JsonNode truth() {
        return read(FOLDER.resolve("truth.json"));
    }

    /** Customer codes by the name that invoice-service has for them. */
    public static Map<String, String> customerNamesByCode() {
        Map<String, String> names = new TreeMap<>();
        truth().path("clients").forEach(client -> {
            if (client.hasNonNull("clientCode")) {
                names.put(
                        client.path("clientCode").asText(), client.path("name").asText());
            }
        });
        return names;
    }

    /** The nine contracts as recurrence-service tells them. */
    public static List<JsonNode> contracts() {
        List<JsonNode> contracts = new ArrayList<>();
        read(FOLDER.resolve("../truth.json")).path("activeContracts").forEach(contracts::add);
        return contracts;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
