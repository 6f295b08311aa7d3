package fr.syaga.facturation.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells the demonstration's documents from others: it works in a database of its own, or in none. */
final class OwnDocuments {

    private final Set<String> historyNumbers;
    private final Map<String, String> time;
    private final Map<String, String> recurring;
    private final Expected expected;

    private OwnDocuments(Set<String> historyNumbers, Expected expected) {
        this.historyNumbers = historyNumbers;
        this.expected = expected;
        this.time = expected.byCustomer("timeInvoices");
        this.recurring = expected.byCustomer("recurringInvoices");
    }

    static OwnDocuments of(Path data, Expected expected) {
        Set<String> numbers = new HashSet<>();
        Path list = data.resolve("Factures clients.csv");
        try {
            for (String row : Files.readAllLines(list, StandardCharsets.ISO_8859_1)) {
                String[] cells = row.split(";", -1);
                // With the customer: the list of another firm has the same numbers.
                numbers.add(history(cells[0].replace(" ", ""), cells[1].split(" - ", 2)[0]));
            }
        } catch (IOException e) {
            throw new DemoFailed("%s cannot be read: %s".formatted(list, e.getMessage()));
        }
        return new OwnDocuments(numbers, expected);
    }

    private static String history(String number, String customer) {
        return number + " " + customer;
    }

    /** The first document that is not the demonstration's, in words. */
    Optional<String> stranger(byte[] stream) {
        for (String line : new String(stream, StandardCharsets.UTF_8).split("\n")) {
            JsonNode document = parse(line);
            if (!document.path("end").asBoolean() && !isOwn(document)) {
                return Optional.of("%s %s of %s for customer %s"
                        .formatted(
                                document.path("kind").asText(),
                                document.path("number").asText("without a number"),
                                document.path("issuedOn").asText(),
                                document.path("customerCode").asText()));
            }
        }
        return Optional.empty();
    }

    private boolean isOwn(JsonNode document) {
        String customer = document.path("customerCode").asText();
        return switch (document.path("origin").asText()) {
            case "HISTORY" ->
                historyNumbers.contains(history(document.path("number").asText(), customer));
            case "TIME" -> isOne(document, time, expected.when("timeTo"));
            case "RECURRENCE" -> isOne(document, recurring, expected.when("runFrom"));
            default -> false;
        };
    }

    private static boolean isOne(JsonNode document, Map<String, String> amounts, String day) {
        return day.equals(document.path("issuedOn").asText())
                && Figures.amount(document.path("netAmount"))
                        .equals(amounts.get(document.path("customerCode").asText()));
    }

    private static JsonNode parse(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (IOException e) {
            throw new DemoFailed("invoice-service's stream cannot be read: " + e.getMessage());
        }
    }
}
