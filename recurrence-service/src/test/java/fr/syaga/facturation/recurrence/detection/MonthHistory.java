package fr.syaga.facturation.recurrence.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Six invented years of a firm as firms really are, and what must come of them. */
public final class MonthHistory {

    public static final Path FOLDER = Path.of("src", "test", "resources", "month");

    private MonthHistory() {}

    public static List<DemoHistory.Row> rows() {
        return DemoHistory.rows(FOLDER);
    }

    static List<CustomerHistory> customers() {
        return DemoHistory.customers(rows());
    }

    public static JsonNode truth() {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve("truth.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
