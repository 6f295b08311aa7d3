package fr.syaga.facturation.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The last step: one selection as three files that agree to the cent. */
final class Exports {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Api export;
    private final Expected expected;
    private final Figures figures;

    Exports(Api export, Expected expected, Figures figures) {
        this.export = export;
        this.expected = expected;
        this.figures = figures;
    }

    Map<String, byte[]> make(boolean repeated) {
        figures.title("7. Export as Oxygène XML, CSV and XLSX");
        Map<String, byte[]> files = new LinkedHashMap<>();
        int before = known();
        for (String format : List.of("OXYGENE_XML", "CSV", "XLSX")) {
            JsonNode done = done(order(format));
            byte[] file = export.bytes("/exports/" + done.path("id").asText() + "/file");
            figures.check(format + ".sha256", done.path("sha256").asText(), Fingerprint.of(file));
            OutFiles.Content content = OutFiles.read(format, file);
            figures.note("%s: %s".formatted(format, done.path("fileName").asText()));
            figures.count("export.documents", done.path("documents"));
            figures.amount("export.totalNet", done.path("totalNet"));
            figures.amount("export.totalGross", done.path("totalGross"));
            figures.check(
                    format + ".documents", expected.figure("export.documents"), Integer.toString(content.documents()));
            figures.check(format + ".net", expected.figure("export.totalNet"), Figures.amount(content.net()));
            figures.check(format + ".gross", expected.figure("export.totalGross"), Figures.amount(content.gross()));
            files.put(done.path("fileName").asText(), file);
        }
        awaitMarks();
        if (repeated) {
            figures.check("exports.newWhenRepeated", "0", Integer.toString(known() - before));
        }
        return files;
    }

    private JsonNode order(String format) {
        return export.post(
                "/exports",
                "{\"format\":\"%s\",\"filter\":{\"from\":\"%s\",\"to\":\"%s\",\"status\":\"APPROVED\"}}"
                        .formatted(format, expected.when("exportFrom"), expected.when("exportTo")));
    }

    private JsonNode done(JsonNode ordered) {
        Instant limit = Instant.now().plus(PATIENCE);
        JsonNode current = ordered;
        while ("RUNNING".equals(current.path("status").asText())) {
            pause(
                    limit,
                    "The export %s is still running."
                            .formatted(current.path("id").asText()));
            current = export.get("/exports/" + ordered.path("id").asText());
        }
        if (!"DONE".equals(current.path("status").asText())) {
            throw new DemoFailed("The export failed: " + current.path("problem").asText());
        }
        return current;
    }

    /** invoice-service learns in the background what left; only then is the month at rest. */
    private void awaitMarks() {
        Instant limit = Instant.now().plus(PATIENCE);
        while (export.get("/oxygene/register?limit=1000").path("items").findValues("marked").stream()
                .anyMatch(marked -> !marked.asBoolean())) {
            pause(limit, "invoice-service does not know yet what left.");
        }
    }

    private static void pause(Instant limit, String problem) {
        if (Instant.now().isAfter(limit)) {
            throw new DemoFailed(problem);
        }
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted");
        }
    }

    private int known() {
        return export.get("/exports?limit=1000").path("items").size();
    }

    String state() {
        return Fingerprint.of(export.get("/exports?limit=1000").toString()
                + export.get("/oxygene/register?limit=1000").toString());
    }
}
