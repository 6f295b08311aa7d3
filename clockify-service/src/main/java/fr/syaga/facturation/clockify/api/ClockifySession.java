package fr.syaga.facturation.clockify.api;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

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

    public ClockifyClient.Answer get(String path) {
        spend();
        return client.get(path);
    }

    public ClockifyClient.Answer user() {
        spend();
        return client.user();
    }

    public ClockifyClient.Answer post(String path, JsonNode body) {
        spend();
        return client.post(path, body);
    }

    public ClockifyClient.Answer patch(String path, JsonNode body) {
        spend();
        return client.patch(path, body);
    }

    /** All rows of a detailed report, page after page until Clockify says that it was the last. */
    public List<JsonNode> report(DetailedReport report) {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            spend();
            ClockifyClient.Answer answer = client.report(report.request(page));
            List<JsonNode> some = DetailedReport.rows(answer.body());
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
