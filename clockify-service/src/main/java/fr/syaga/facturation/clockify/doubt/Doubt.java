package fr.syaga.facturation.clockify.doubt;

import java.util.UUID;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Why some time cannot be as it was tracked.
 *
 * @param entry the one that began first
 * @param other the entry of the same person that overlaps it; null for an entry that is too long
 */
public record Doubt(Kind kind, TimeEntry entry, TimeEntry other) {

    /** What is wrong with the time. */
    public enum Kind {
        /** It lasts longer than anybody works at a stretch. */
        TOO_LONG,
        /** One person at two things at once. */
        OVERLAP
    }

    public boolean isAbout(UUID id) {
        return entry.id().equals(id) || other != null && other.id().equals(id);
    }
}
