package fr.syaga.facturation.clockify.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** The query parameters of a request, and the paging that they ask for. */
final class Query {

    private static final DateTimeFormatter INSTANT_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private final Map<String, String> values = new HashMap<>();

    Query(String raw) {
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String text(String name) {
        return values.get(name);
    }

    boolean flag(String name) {
        return "true".equalsIgnoreCase(values.get(name));
    }

    int number(String name, int fallback) {
        String value = values.get(name);
        if (value == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Refusal.malformed(name, value);
        }
    }

    /** The wall clock that a {@code Z} time stands for: the real API reads it in the account's zone. */
    LocalDateTime wallClock(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(value, INSTANT_SECONDS)
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDateTime();
        } catch (DateTimeParseException e) {
            throw Refusal.malformed(name, value);
        }
    }

    /** One page of a list with the {@code Last-Page} header; past the end it is empty and last. */
    Answer page(List<? extends JsonNode> found, int defaultSize, int maximum) {
        int page = number("page", 1);
        int size = number("page-size", defaultSize);
        if (page < 1 || size < 1 || size > maximum) {
            throw Refusal.invalid("You entered invalid value for field: [page-size] must be between 1 and " + maximum);
        }
        return slice(found, page, size);
    }

    static Answer slice(List<? extends JsonNode> found, int page, int size) {
        ArrayNode items = Workspace.JSON.createArrayNode();
        found.stream().skip((long) (page - 1) * size).limit(size).forEach(items::add);
        return Answer.page(items, (long) page * size >= found.size());
    }
}
