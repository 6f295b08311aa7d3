package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.time.ZoneId;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.CustomerBy;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/** Entries for tests of rules. */
public final class TrackedTime {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private TrackedTime() {}

    public static TimeEntry of(String client, String project, String description) {
        return of(
                client,
                project,
                description,
                Instant.parse("2025-07-10T08:00:00Z"),
                Instant.parse("2025-07-10T09:00:00Z"));
    }

    public static TimeEntry of(String client, String project, String description, Instant start, Instant end) {
        EntryDetails details =
                new EntryDetails("Camille", "camille@example.fr", client, project, null, "nuit", description, false);
        return new TimeEntry(ReportedEntry.byApi("id", details, start, end), PARIS);
    }

    public static TimeEntry facturable(String customer, long seconds) {
        Instant start = Instant.parse("2025-07-10T08:00:00Z");
        TimeEntry entry = of("C", "P", "D", start, start.plusSeconds(seconds));
        entry.judge(new Verdict(Category.FACTURABLE, customer, CustomerBy.CLIENT, "facturable", "r"));
        return entry;
    }
}
