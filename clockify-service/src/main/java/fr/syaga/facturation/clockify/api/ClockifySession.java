package fr.syaga.facturation.clockify.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import fr.syaga.facturation.clockify.api.answer.ClockifyEntry;
import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.clockify.api.answer.ClockifyUser;
import fr.syaga.facturation.clockify.api.answer.HydratedEntry;
import fr.syaga.facturation.clockify.api.answer.PlainEntry;
import fr.syaga.facturation.clockify.api.answer.ReportPage;
import fr.syaga.facturation.clockify.api.answer.ReportRow;

/** The requests of one run, which are few: on a free workspace seven at most, pages included. */
public final class ClockifySession {

    private final ClockifyClient client;
    private final int allowed;
    private int used;

    public ClockifySession(ClockifyClient client, int allowed) {
        this.client = client;
        this.allowed = allowed;
    }

    public boolean canSpend() {
        return used < allowed;
    }

    public int used() {
        return used;
    }

    /** Null where Clockify has no such thing. */
    public <T> T get(String path, Class<T> form) {
        spend();
        return client.get(path, form).body();
    }

    /** Whose key it is. */
    public ClockifyUser user() {
        spend();
        return client.user().body();
    }

    public <T> T post(String path, Object body, Class<T> form) {
        spend();
        return client.post(path, body, form).body();
    }

    public <T> T patch(String path, Object body, Class<T> form) {
        spend();
        return client.patch(path, body, form).body();
    }

    /** What is in a list; what is no list has nothing in it. */
    public <T> List<T> list(String path, Class<T[]> form) {
        T[] found = get(path, form);
        return found == null ? List.of() : ClockifyEntry.present(Arrays.asList(found));
    }

    /** One entry by its id; empty where it does not exist. */
    public Optional<HydratedEntry> entry(String id) {
        spend();
        ClockifyClient.Answer<HydratedEntry> answer =
                client.get("/time-entries/" + id + "?hydrated=true", HydratedEntry.class);
        if (answer.missing()) {
            return Optional.empty();
        }
        return Optional.of(ClockifyUnreadable.requireEntry(answer.body()));
    }

    /** All timers that run now. */
    public List<PlainEntry> runningTimers() {
        PlainEntry[] timers = get("/time-entries/status/in-progress?page=1&page-size=1000", PlainEntry[].class);
        if (timers == null) {
            throw ClockifyUnreadable.garbled("Clockify's list of running timers is no list.");
        }
        return Arrays.stream(timers).map(ClockifyUnreadable::requireEntry).toList();
    }

    /** All rows of a detailed report, page after page until Clockify says that it was the last. */
    public List<ReportRow> report(DetailedReport report) {
        List<ReportRow> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            spend();
            ClockifyClient.Answer<ReportPage> answer = client.report(report.request(page));
            List<ReportRow> some = DetailedReport.rows(answer.body());
            rows.addAll(some);
            boolean last = answer.lastPage() == null ? some.size() < DetailedReport.PAGE_SIZE : answer.lastPage();
            if (last) {
                return rows;
            }
        }
    }

    private void spend() {
        if (!canSpend()) {
            throw ClockifyUnreadable.quota(
                    "One run takes at most %d requests; call again for what was not read.".formatted(allowed), 1);
        }
        used++;
    }
}
