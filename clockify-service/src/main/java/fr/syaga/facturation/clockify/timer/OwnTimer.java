package fr.syaga.facturation.clockify.timer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.api.ClockifyClient;
import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.ClockifyJson;
import fr.syaga.facturation.clockify.api.ClockifyNames;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.ClockifyUnreadable;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.merge.EntryMerge;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.Rejection;

/**
 * The timer of the person whose key it is. Clockify is asked first what runs, so that a repeated start finds its own timer and
 * starts no second one; what Clockify answers is taken in like any other entry.
 */
@ApplicationScoped
class OwnTimer {

    private static final Logger LOG = Logger.getLogger(OwnTimer.class);
    private static final String RUNNING = "/time-entries/status/in-progress?page=1&page-size=1000";
    private static final String PROJECTS =
            "/projects?strict-name-search=true&archived=false&page=1&page-size=5000&name=";

    private final ClockifyConfig config;
    private final ClockifyClient client;
    private final ClockifyNames names;
    private final EntryMerge merge;
    private final Categorisation categorisation;

    OwnTimer(
            ClockifyConfig config,
            ClockifyClient client,
            ClockifyNames names,
            EntryMerge merge,
            Categorisation categorisation) {
        this.config = config;
        this.client = client;
        this.names = names;
        this.merge = merge;
        this.categorisation = categorisation;
    }

    /** A timer's id in Clockify, and whether this call started it. */
    record Started(String clockifyId, boolean isNew) {}

    Started start(TimerStart wanted, Instant now) {
        ClockifySession session = session();
        String me = me(session);
        Optional<JsonNode> running = running(session, me);
        JsonNode project = wanted.projectName() == null ? null : project(session, wanted);
        String projectId = project == null ? null : ClockifyJson.id(project);
        if (running.isPresent()) {
            boolean same = wanted.text()
                            .equals(running.get().path("description").asText().strip())
                    && Objects.equals(projectId, ClockifyJson.text(running.get(), "projectId"));
            if (!same) {
                throw Rejection.conflict("timer-running", "Another timer runs; stop it first.");
            }
            return new Started(keep(running.get()), false);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("start", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("description", wanted.text())
                .put("projectId", projectId)
                .put("billable", !Boolean.FALSE.equals(wanted.billable()));
        Started started = new Started(keep(session.post("/time-entries", body).body()), true);
        LOG.infof("Started timer %s", started.clockifyId());
        return started;
    }

    String stop(Instant now) {
        ClockifySession session = session();
        String me = me(session);
        JsonNode timer = running(session, me)
                .orElseThrow(() -> Rejection.conflict("no-timer-running", "No timer runs; start one first."));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("end", now.truncatedTo(ChronoUnit.SECONDS).toString());
        String stopped =
                keep(session.patch("/user/%s/time-entries".formatted(me), body).body());
        LOG.infof("Stopped timer %s", ClockifyJson.id(timer));
        return stopped;
    }

    private ClockifySession session() {
        config.requireConfigured();
        return new ClockifySession(client, config.requestsPerRun());
    }

    private String me(ClockifySession session) {
        JsonNode user = session.user().body();
        String id = ClockifyJson.id(user);
        if (id == null) {
            throw ClockifyUnreadable.garbled("Clockify does not say whose key it is.");
        }
        names.upsert(
                Map.of(id, new ClockifyNames.Name(ClockifyJson.text(user, "name"), ClockifyJson.text(user, "email"))));
        return id;
    }

    private static Optional<JsonNode> running(ClockifySession session, String me) {
        for (JsonNode timer : session.get(RUNNING).body()) {
            if (me.equals(ClockifyJson.text(timer, "userId"))) {
                return Optional.of(timer);
            }
        }
        return Optional.empty();
    }

    private JsonNode project(ClockifySession session, TimerStart wanted) {
        List<JsonNode> found = new ArrayList<>();
        String name = wanted.projectName().strip();
        for (JsonNode project : session.get(PROJECTS + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body()) {
            boolean named = name.equalsIgnoreCase(ClockifyJson.text(project, "name"));
            String client = ClockifyJson.text(project, "clientName");
            if (named && (wanted.clientName() == null || wanted.clientName().equalsIgnoreCase(client))) {
                found.add(project);
            }
        }
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Rejection.invalid("projectName", "'%s' is no project in Clockify".formatted(name))
                    : Rejection.invalid("clientName", "is needed: several clients have a project '%s'".formatted(name));
        }
        JsonNode project = found.get(0);
        names.upsert(Map.of(
                ClockifyJson.id(project),
                new ClockifyNames.Name(ClockifyJson.text(project, "name"), ClockifyJson.text(project, "clientName"))));
        return project;
    }

    private String keep(JsonNode entry) {
        ReportedEntry reported = ClockifyJson.plain(entry, names.known());
        merge.upsert(List.of(reported), categorisation.judge());
        return reported.clockifyId();
    }
}
