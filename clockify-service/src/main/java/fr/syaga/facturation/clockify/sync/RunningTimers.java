package fr.syaga.facturation.clockify.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import fr.syaga.facturation.clockify.api.ClockifyClient;
import fr.syaga.facturation.clockify.api.ClockifyJson;
import fr.syaga.facturation.clockify.api.ClockifyNames;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.ClockifyUnreadable;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** Reads who runs which timer now; asks for a name only when an id is new and the run can spare a request. */
@ApplicationScoped
class RunningTimers {

    private static final String LIST = "/time-entries/status/in-progress?page=1&page-size=1000";

    private final ClockifyNames names;

    RunningTimers(ClockifyNames names) {
        this.names = names;
    }

    List<ReportedEntry> read(ClockifySession session) {
        ClockifyClient.Answer answer = session.get(LIST);
        if (!answer.body().isArray()) {
            throw ClockifyUnreadable.garbled("Clockify's list of running timers is no list.");
        }
        List<JsonNode> timers = new ArrayList<>();
        answer.body().forEach(timers::add);
        learnNewNames(session, timers);
        ClockifyNames.Known known = names.known();
        return timers.stream().map(timer -> ClockifyJson.plain(timer, known)).toList();
    }

    private void learnNewNames(ClockifySession session, List<JsonNode> timers) {
        ClockifyNames.Known known = names.known();
        Map<String, ClockifyNames.Name> found = new HashMap<>();
        for (JsonNode timer : timers) {
            String project = ClockifyJson.text(timer, "projectId");
            if (known.lacks(project) && !found.containsKey(project) && session.canSpend()) {
                JsonNode reported = session.get("/projects/" + project).body();
                found.put(
                        project,
                        new ClockifyNames.Name(
                                ClockifyJson.text(reported, "name"), ClockifyJson.text(reported, "clientName")));
            }
        }
        boolean newPerson = timers.stream().anyMatch(timer -> known.lacks(ClockifyJson.text(timer, "userId")));
        if (newPerson && session.canSpend()) {
            session.get("/users?page=1&page-size=5000")
                    .body()
                    .forEach(user -> found.put(
                            ClockifyJson.id(user),
                            new ClockifyNames.Name(ClockifyJson.text(user, "name"), ClockifyJson.text(user, "email"))));
        }
        names.upsert(found);
    }
}
