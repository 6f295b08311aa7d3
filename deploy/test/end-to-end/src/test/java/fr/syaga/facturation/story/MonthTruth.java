package fr.syaga.facturation.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The files of an invented firm, and what must come of them: one line of text for each thing to compare. */
final class MonthTruth {

    private static final Path FOLDER = Path.of("src", "test", "resources", "month");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode truth = read("truth.json");

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode at(String pointer) {
        return truth.at(pointer);
    }

    /** Customer code and body of each layout. */
    static Map<String, JsonNode> layouts() {
        Map<String, JsonNode> layouts = new TreeMap<>();
        read("layouts.json").properties().forEach(each -> layouts.put(each.getKey(), each.getValue()));
        return layouts;
    }

    static List<String> lines(JsonNode items, Function<JsonNode, String> line) {
        return stream(items).map(line).sorted().toList();
    }

    static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    /** Two decimals, so that 400 and 400.00 are equal text. */
    static String amount(JsonNode number) {
        return new BigDecimal(number.asText()).setScale(2).toPlainString();
    }

    /** One line a draft and one a line of it; the group where it has an invoice of its own. */
    List<String> drafts() {
        return stream(at("/july/drafts")).flatMap(this::draft).sorted().toList();
    }

    private Stream<String> draft(JsonNode draft) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s %s"
                .formatted(
                        text(draft, "customerCode"),
                        draft.get("groupIsOne").asBoolean() ? text(draft, "group") : "null",
                        amount(draft.get("netAmount"))));
        draft.get("lines").forEach(line -> lines.add(line(draft, line)));
        return lines.stream();
    }

    private static String line(JsonNode draft, JsonNode line) {
        String designation = text(line, "designation");
        return "%s %s %s x %s = %s %s"
                .formatted(
                        text(draft, "customerCode"),
                        text(line, "unit"),
                        amount(line.get("quantity")),
                        amount(line.get("unitPrice")),
                        amount(line.get("netAmount")),
                        designation.equals("null") ? "" : designation);
    }

    /** The same lines of what the product shows; the words of a line count where the firm chose them. */
    List<String> shown(JsonNode drafts) {
        return stream(drafts)
                .flatMap(draft -> {
                    boolean chosen = layouts().containsKey(text(draft, "customerCode"));
                    List<String> lines = new ArrayList<>();
                    lines.add("%s %s %s"
                            .formatted(
                                    text(draft, "customerCode"), text(draft, "group"), amount(draft.get("netAmount"))));
                    draft.get("lines")
                            .forEach(line -> lines.add("%s %s %s x %s = %s %s"
                                    .formatted(
                                            text(draft, "customerCode"),
                                            text(line, "unit"),
                                            amount(line.get("quantity")),
                                            amount(line.get("unitPrice")),
                                            amount(line.get("netAmount")),
                                            chosen ? text(line, "description") : "")));
                    return lines.stream();
                })
                .sorted()
                .toList();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).isMissingNode() ? "null" : node.get(field).asText("null");
    }
}
