package fr.syaga.facturation.clockify.merge;

import java.util.Collection;
import java.util.Collections;

/** How many reported entries were new, changed something, were known, contradict what is known, or were left out. */
public record MergeCounts(int created, int updated, int unchanged, int inConflict, int notStored) {

    public static final MergeCounts NONE = new MergeCounts(0, 0, 0, 0, 0);

    static MergeCounts of(Collection<Outcome> outcomes) {
        return new MergeCounts(
                Collections.frequency(outcomes, Outcome.CREATED),
                Collections.frequency(outcomes, Outcome.UPDATED),
                Collections.frequency(outcomes, Outcome.UNCHANGED),
                Collections.frequency(outcomes, Outcome.IN_CONFLICT),
                Collections.frequency(outcomes, Outcome.NOT_STORED));
    }

    public MergeCounts plus(MergeCounts other) {
        return new MergeCounts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                inConflict + other.inConflict,
                notStored + other.notStored);
    }
}
