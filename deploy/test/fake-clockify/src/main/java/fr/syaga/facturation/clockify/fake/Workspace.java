package fr.syaga.facturation.clockify.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The data of one Clockify workspace, in the shape of the v1 API, and the changes that people make to it between two reads. */
final class Workspace {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A deletion as the change feed tells it. */
    record Deletion(String id, Instant at) {}

    private final ObjectNode data;
    private final List<Deletion> deletions = new ArrayList<>();

    private Workspace(ObjectNode data) {
        this.data = data;
    }

    static Workspace read(Path file) {
        try {
            return new Workspace((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return about().path("id").asText();
    }

    ObjectNode about() {
        return (ObjectNode) data.path("workspace");
    }

    ZoneId zone() {
        return ZoneId.of(about().path("workspaceSettings").path("timeZone").asText("UTC"));
    }

    synchronized List<ObjectNode> all(String kind) {
        return StreamSupport.stream(data.path(kind).spliterator(), false)
                .map(node -> ((ObjectNode) node).deepCopy())
                .toList();
    }

    synchronized Optional<ObjectNode> find(String kind, String id) {
        return StreamSupport.stream(data.path(kind).spliterator(), false)
                .filter(node -> node.path("id").asText().equals(id))
                .findFirst()
                .map(node -> ((ObjectNode) node).deepCopy());
    }

    /** Finished and running entries, the newest start first. */
    List<ObjectNode> entriesNewestFirst() {
        return all("timeEntries").stream()
                .sorted(Comparator.comparing(Workspace::start).reversed())
                .toList();
    }

    static Instant start(JsonNode entry) {
        return Instant.parse(entry.path("timeInterval").path("start").asText());
    }

    static boolean isRunning(JsonNode entry) {
        return entry.path("timeInterval").path("end").isNull();
    }

    synchronized List<Deletion> deletions() {
        return List.copyOf(deletions);
    }

    synchronized void add(String kind, ObjectNode node) {
        ((ArrayNode) data.withArray("/" + kind)).add(node);
    }

    synchronized void edit(String kind, String id, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) mutable(kind).get(position(kind, id)));
    }

    synchronized void delete(String entryId, Instant at) {
        mutable("timeEntries").remove(position("timeEntries", entryId));
        deletions.add(new Deletion(entryId, at));
    }

    Instant startOf(String entryId) {
        return start(find("timeEntries", entryId).orElseThrow());
    }

    /** Sets the interval of an entry and the duration that follows; {@code end} null leaves the timer running. */
    void setInterval(String entryId, Instant start, Instant end) {
        edit("timeEntries", entryId, entry -> interval((ObjectNode) entry.path("timeInterval"), start, end));
    }

    static ObjectNode interval(ObjectNode interval, Instant start, Instant end) {
        interval.put("start", start.toString());
        if (end == null) {
            interval.putNull("end").putNull("duration");
        } else {
            interval.put("end", end.toString())
                    .put("duration", Duration.between(start, end).toString());
        }
        return interval;
    }

    private ArrayNode mutable(String kind) {
        return (ArrayNode) data.path(kind);
    }

    private int position(String kind, String id) {
        ArrayNode nodes = mutable(kind);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no " + kind + " with id " + id);
    }
}
