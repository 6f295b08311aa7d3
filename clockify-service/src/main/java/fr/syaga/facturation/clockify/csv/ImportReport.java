package fr.syaga.facturation.clockify.csv;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.clockify.conflict.ConflictView;
import fr.syaga.facturation.clockify.merge.MergeCounts;

/**
 * What became of a file.
 *
 * @param rows rows below the heading, rejected ones too, without the TOTAL row
 * @param imported entries that were not known before
 * @param inConflict rows that contradict Clockify: kept, and counted nowhere until they are settled
 * @param alreadyRead rows of days that were read from Clockify already; null when no row is
 * @param conflicts the first of them; all of them stand under {@code /conflicts}
 * @param rejected rows that are no entry; the others were kept
 * @param contractsAsOf when the contracts were last read; null when they never were
 */
record ImportReport(
        UUID id,
        String file,
        int rows,
        int imported,
        int unchanged,
        int updated,
        int inConflict,
        AlreadyRead alreadyRead,
        List<ConflictView> conflicts,
        List<RejectedRow> rejected,
        List<String> warnings,
        Instant contractsAsOf) {

    /** A row that was left out and why. */
    record RejectedRow(long line, String reason) {}

    static ImportReport of(
            String file,
            MergeCounts counts,
            AlreadyRead alreadyRead,
            List<ConflictView> conflicts,
            List<RejectedRow> rejected,
            List<String> warnings,
            Instant contractsAsOf) {
        int kept = counts.created() + counts.unchanged() + counts.updated() + counts.inConflict() + counts.notStored();
        return new ImportReport(
                UUID.randomUUID(),
                file,
                kept + rejected.size(),
                counts.created(),
                counts.unchanged(),
                counts.updated(),
                counts.inConflict(),
                alreadyRead,
                conflicts,
                rejected,
                warnings,
                contractsAsOf);
    }
}
