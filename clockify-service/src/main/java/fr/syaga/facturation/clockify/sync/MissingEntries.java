package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.clockify.api.answer.DeletedEntries;
import fr.syaga.facturation.clockify.api.answer.HydratedEntry;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/**
 * Entries that we know and Clockify no longer lists where they were. They were deleted or moved to other days; which of the
 * two is asked, never assumed: a list that shifts while it is paged must not cost an hour.
 *
 * @param deleted ids that Clockify has no more
 * @param moved entries that Clockify has on other days
 * @param unconfirmed ids that the run had no request left for
 */
record MissingEntries(Set<String> deleted, List<ReportedEntry> moved, Set<String> unconfirmed) {

    private static final int FEW = 2;
    private static final int FEED_DAYS = 30;

    /** Asks Clockify about each, as far as the run's requests go. */
    static MissingEntries ask(Collection<String> clockifyIds, ClockifySession session, Instant now) {
        MissingEntries missing = new MissingEntries(new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashSet<>());
        Set<String> open = new LinkedHashSet<>(clockifyIds);
        if (open.size() > FEW && session.canSpend()) {
            missing.askChangeFeed(open, session, now);
        }
        for (String id : open) {
            if (session.canSpend()) {
                missing.askOne(id, session);
            } else {
                missing.unconfirmed.add(id);
            }
        }
        return missing;
    }

    /** One request for many deletions; the feed is experimental, and a plan without it is no failure. */
    private void askChangeFeed(Set<String> open, ClockifySession session, Instant now) {
        Instant start = now.minus(FEED_DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String path = "/entities/deleted?type=TIME_ENTRY&page=0&limit=1000&start=%s&end=%s"
                .formatted(start, now.truncatedTo(ChronoUnit.SECONDS));
        try {
            DeletedEntries feed = session.get(path, DeletedEntries.class);
            if (feed != null) {
                feed.ids().stream().filter(open::remove).forEach(deleted::add);
            }
        } catch (ClockifyUnreadable e) {
            if (e.status() == ClockifyUnreadable.TOO_MANY) {
                throw e;
            }
        }
    }

    private void askOne(String id, ClockifySession session) {
        Optional<HydratedEntry> entry = session.entry(id);
        entry.map(HydratedEntry::reported).ifPresentOrElse(moved::add, () -> deleted.add(id));
    }

    /** Those of which Clockify has said where they are. */
    Set<String> settled() {
        Set<String> settled = new LinkedHashSet<>(deleted);
        moved.forEach(entry -> settled.add(entry.clockifyId()));
        return settled;
    }
}
