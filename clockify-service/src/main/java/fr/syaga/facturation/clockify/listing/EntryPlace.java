package fr.syaga.facturation.clockify.listing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.Page;

/** Where an entry stands in lists, which are ordered by (start, id). */
public record EntryPlace(Instant start, UUID id) {

    /** The place that a cursor stands for; empty for the first page; 400 for a cursor that was never given out. */
    public static Optional<EntryPlace> of(String cursor) {
        return Page.keyOf(cursor, EntryPlace::parse);
    }

    private static EntryPlace parse(String key) {
        String[] parts = key.split(" ");
        return new EntryPlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    public static String key(TimeEntry entry) {
        return entry.startedAt() + " " + entry.id();
    }
}
