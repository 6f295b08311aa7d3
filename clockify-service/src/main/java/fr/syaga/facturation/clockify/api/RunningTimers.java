package fr.syaga.facturation.clockify.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.api.answer.ClockifyProject;
import fr.syaga.facturation.clockify.api.answer.ClockifyUser;
import fr.syaga.facturation.clockify.api.answer.KnownNames;
import fr.syaga.facturation.clockify.api.answer.PlainEntry;
import fr.syaga.facturation.clockify.api.answer.StoredName;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** Reads who runs which timer now; asks for a name only when an id is new and the run can spare a request. */
@ApplicationScoped
public class RunningTimers {

    private static final StoredName NOBODY = new StoredName(null, null);

    private final ClockifyNames names;

    RunningTimers(ClockifyNames names) {
        this.names = names;
    }

    public List<ReportedEntry> read(ClockifySession session) {
        List<PlainEntry> timers = session.runningTimers();
        storeNewNames(session, timers);
        KnownNames known = names.known();
        return timers.stream().map(timer -> timer.reported(known)).toList();
    }

    private void storeNewNames(ClockifySession session, List<PlainEntry> timers) {
        KnownNames known = names.known();
        Map<String, StoredName> found = new HashMap<>();
        for (PlainEntry timer : timers) {
            String project = timer.projectId();
            if (known.lacks(project) && !found.containsKey(project) && session.canSpend()) {
                ClockifyProject answer = session.get("/projects/" + project, ClockifyProject.class);
                found.put(project, answer == null ? NOBODY : answer.storedName());
            }
        }
        boolean newPerson = timers.stream().anyMatch(timer -> known.lacks(timer.userId()));
        if (newPerson && session.canSpend()) {
            session.list("/users?page=1&page-size=5000", ClockifyUser[].class)
                    .forEach(user -> found.put(user.id(), user.storedName()));
        }
        names.upsert(found);
    }
}
