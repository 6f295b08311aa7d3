package fr.syaga.facturation.clockify.timer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.api.ClockifyClient;
import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.ClockifyNames;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.answer.ClockifyProject;
import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.clockify.api.answer.ClockifyUser;
import fr.syaga.facturation.clockify.api.answer.PlainEntry;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.merge.EntryMerge;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.PlainText;
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

    /** What Clockify is asked to start. */
    private record NewTimer(String start, String description, String projectId, boolean billable) {}

    /** What Clockify is asked to change. */
    private record StoppedTimer(String end) {}

    /** A timer's id in Clockify, and whether this call started it. */
    record Started(String clockifyId, boolean isNew) {}

    Started start(TimerStart wanted, Instant now) {
        ClockifySession session = session();
        String me = me(session);
        Optional<PlainEntry> running = running(session, me);
        String projectId =
                wanted.projectName() == null ? null : project(session, wanted).id();
        if (running.isPresent()) {
            boolean same = Objects.equals(
                            PlainText.orNull(wanted.text()), running.get().description())
                    && Objects.equals(projectId, running.get().projectId());
            if (!same) {
                throw Rejection.conflict("timer-running", "Another timer runs; stop it first.");
            }
            return new Started(keep(running.get()), false);
        }
        NewTimer timer = new NewTimer(
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                wanted.text(),
                projectId,
                !Boolean.FALSE.equals(wanted.billable()));
        Started started = new Started(keep(session.post("/time-entries", timer, PlainEntry.class)), true);
        LOG.infof("Started timer %s", started.clockifyId());
        return started;
    }

    String stop(Instant now) {
        ClockifySession session = session();
        String me = me(session);
        PlainEntry timer = running(session, me)
                .orElseThrow(() -> Rejection.conflict("no-timer-running", "No timer runs; start one first."));
        StoppedTimer end = new StoppedTimer(now.truncatedTo(ChronoUnit.SECONDS).toString());
        String stopped = keep(session.patch("/user/%s/time-entries".formatted(me), end, PlainEntry.class));
        LOG.infof("Stopped timer %s", timer.id());
        return stopped;
    }

    private ClockifySession session() {
        config.requireConfigured();
        return new ClockifySession(client, config.requestsPerRun());
    }

    private String me(ClockifySession session) {
        ClockifyUser user = session.user();
        if (user == null || user.id() == null) {
            throw ClockifyUnreadable.garbled("Clockify does not say whose key it is.");
        }
        names.upsert(Collections.singletonMap(user.id(), user.storedName()));
        return user.id();
    }

    private static Optional<PlainEntry> running(ClockifySession session, String me) {
        return session.list(RUNNING, PlainEntry[].class).stream()
                .filter(timer -> me.equals(timer.userId()))
                .findFirst();
    }

    private ClockifyProject project(ClockifySession session, TimerStart wanted) {
        String name = wanted.projectName().strip();
        List<ClockifyProject> found =
                session
                        .list(PROJECTS + URLEncoder.encode(name, StandardCharsets.UTF_8), ClockifyProject[].class)
                        .stream()
                        .filter(project -> name.equalsIgnoreCase(project.name()))
                        .filter(project -> wanted.clientName() == null
                                || wanted.clientName().equalsIgnoreCase(project.clientName()))
                        .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Rejection.invalid("projectName", "'%s' is no project in Clockify".formatted(name))
                    : Rejection.invalid("clientName", "is needed: several clients have a project '%s'".formatted(name));
        }
        ClockifyProject project = found.get(0);
        names.upsert(Collections.singletonMap(project.id(), project.storedName()));
        return project;
    }

    private String keep(PlainEntry entry) {
        ReportedEntry reported = ClockifyUnreadable.requireEntry(entry).reported(names.known());
        merge.upsert(List.of(reported), categorisation.judge());
        return reported.clockifyId();
    }
}
