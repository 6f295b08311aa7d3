package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import fr.syaga.facturation.clockify.api.ClockifyClient;
import fr.syaga.facturation.clockify.api.ClockifyJson;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.ClockifyUnreadable;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/**
 * Entries that we know and Clockify no longer lists where they were. They were deleted or moved to other days; which of the
 * two is asked, never assumed: a list that shifts while it is paged must not cost an hour.
 */
final class Vanished {

    private static final int FEW = 2;
    private static final int FEED_DAYS = 30;

    private final Set<String> deleted = new LinkedHashSet<>();
    private final List<ReportedEntry> moved = new ArrayList<>();
    private final Set<String> unconfirmed = new LinkedHashSet<>();

    Vanished(Collection<String> clockifyIds, ClockifySession session, Instant now) {
        Set<String> open = new LinkedHashSet<>(clockifyIds);
        if (open.size() > FEW && session.canSpend()) {
            askChangeFeed(open, session, now);
        }
        for (String id : open) {
            if (session.canSpend()) {
                askOne(id, session);
            } else {
                unconfirmed.add(id);
            }
        }
    }

    /** One request for many deletions; the feed is experimental, and a plan without it is no failure. */
    private void askChangeFeed(Set<String> open, ClockifySession session, Instant now) {
        Instant start = now.minus(FEED_DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        try {
            JsonNode feed = session.get("/entities/deleted?type=TIME_ENTRY&page=0&limit=1000&start=%s&end=%s"
                            .formatted(start, now.truncatedTo(ChronoUnit.SECONDS)))
                    .body();
            feed.path("response").forEach(deletion -> {
                String id = ClockifyJson.text(deletion, "id");
                if (open.remove(id)) {
                    deleted.add(id);
                }
            });
        } catch (ClockifyUnreadable e) {
            if (e.status() == ClockifyUnreadable.TOO_MANY) {
                throw e;
            }
        }
    }

    private void askOne(String id, ClockifySession session) {
        ClockifyClient.Answer answer = session.get("/time-entries/" + id + "?hydrated=true");
        if (answer.missing()) {
            deleted.add(id);
        } else {
            moved.add(ClockifyJson.hydrated(answer.body()));
        }
    }

    Set<String> deleted() {
        return deleted;
    }

    List<ReportedEntry> moved() {
        return moved;
    }

    Set<String> unconfirmed() {
        return unconfirmed;
    }
}
