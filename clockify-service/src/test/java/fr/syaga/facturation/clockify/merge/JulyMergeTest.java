package fr.syaga.facturation.clockify.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import fr.syaga.facturation.clockify.Demo;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration's July, told by syncs of parts of it, webhooks and exports, in a thousand ways. */
class JulyMergeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long FACTURABLE_SECONDS = 222 * 3600L;

    private static final List<ReportedEntry> JULY = july();
    private static final JsonNode TRUTH = Demo.truth().path("entries");

    private final List<TimeEntry> stored = new ArrayList<>();
    private final List<CsvSighting> sightings = new ArrayList<>();

    @Property(tries = 1000)
    void syncWebhookAndCsvInAnyOrderGive222BillableHours(@ForAll long seed) {
        Random random = new Random(seed);
        stored.clear();
        sightings.clear();
        List<Runnable> tellings = new ArrayList<>();
        tellings.add(() -> api(JULY));
        tellings.add(() -> api(some(random)));
        for (int webhook = 0; webhook < 5; webhook++) {
            tellings.add(() -> api(List.of(JULY.get(random.nextInt(JULY.size())))));
        }
        tellings.add(() -> csv(JULY));
        tellings.add(() -> csv(some(random)));
        Collections.shuffle(tellings, random);

        tellings.forEach(Runnable::run);

        assertThat(stored).hasSize(JULY.size()).noneMatch(TimeEntry::isInConflict);
        assertThat(stored.stream()
                        .filter(entry -> TRUTH.path(entry.clockifyId())
                                .path("category")
                                .asText()
                                .equals("FACTURABLE"))
                        .mapToLong(TimeEntry::seconds)
                        .sum())
                .isEqualTo(FACTURABLE_SECONDS);
    }

    private static List<ReportedEntry> some(Random random) {
        int from = random.nextInt(JULY.size());
        return JULY.subList(from, from + random.nextInt(JULY.size() - from) + 1);
    }

    private void api(List<ReportedEntry> reported) {
        merge(known -> reported.forEach(known::upsert));
    }

    /** A file has no ids, and no timer that still runs. */
    private void csv(List<ReportedEntry> shown) {
        FileRows file = new FileRows();
        merge(known -> shown.stream()
                .filter(reported -> reported.end() != null)
                .map(reported ->
                        ReportedEntry.byRow(reported.details(), reported.start(), reported.end(), ReportedEntry.SECOND))
                .forEach(row -> known.upsert(row, file)));
    }

    private void merge(Consumer<KnownEntries> telling) {
        KnownEntries known = new KnownEntries(stored, sightings, PARIS);
        telling.accept(known);
        stored.addAll(known.created());
        sightings.addAll(known.sighted());
    }

    private static List<ReportedEntry> july() {
        try {
            JsonNode workspace = new ObjectMapper().readTree(Files.readAllBytes(Demo.FOLDER.resolve("workspace.json")));
            Map<String, JsonNode> byId = new HashMap<>();
            for (String kind : List.of("users", "projects", "tasks")) {
                workspace.path(kind).forEach(node -> byId.put(node.path("id").asText(), node));
            }
            List<ReportedEntry> july = new ArrayList<>();
            workspace.path("timeEntries").forEach(entry -> july.add(reported(entry, byId)));
            return july;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportedEntry reported(JsonNode entry, Map<String, JsonNode> byId) {
        EntryDetails details = new EntryDetails(
                name(entry, "userId", "name", byId),
                name(entry, "userId", "email", byId),
                name(entry, "projectId", "clientName", byId),
                name(entry, "projectId", "name", byId),
                name(entry, "taskId", "name", byId),
                null,
                entry.path("description").asText(null),
                entry.path("billable").asBoolean());
        JsonNode interval = entry.path("timeInterval");
        String end = interval.path("end").asText(null);
        return ReportedEntry.byApi(
                entry.path("id").asText(),
                details,
                Instant.parse(interval.path("start").asText()),
                end == null ? null : Instant.parse(end));
    }

    private static String name(JsonNode entry, String id, String field, Map<String, JsonNode> byId) {
        JsonNode node = byId.get(entry.path(id).asText());
        return node == null ? null : node.path(field).asText(null);
    }
}
