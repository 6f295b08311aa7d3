package fr.syaga.facturation.clockify.statement;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.timesheet.Category;

/**
 * A row of a timesheet: time that is billed in one way. An entry that used up the hours of a contract on its way is two of them,
 * as hours are used up in the order of time, and so the rows add up to the totals below them.
 */
record Stretch(TimeEntryView entry, ZonedDateTime from, ZonedDateTime to, Category category) {

    static List<Stretch> of(List<TimeEntryView> entries, ZoneId zone) {
        return entries.stream().flatMap(entry -> of(entry, zone).stream()).toList();
    }

    private static List<Stretch> of(TimeEntryView entry, ZoneId zone) {
        ZonedDateTime from = entry.start().atZone(zone);
        ZonedDateTime to = entry.end().atZone(zone);
        if (entry.coveredSeconds() == 0) {
            return List.of(new Stretch(entry, from, to, entry.category()));
        }
        ZonedDateTime usedUp = from.plusSeconds(entry.coveredSeconds());
        return List.of(
                new Stretch(entry, from, usedUp, Category.FORFAIT), new Stretch(entry, usedUp, to, entry.category()));
    }

    long seconds() {
        return Duration.between(from, to).toSeconds();
    }
}
