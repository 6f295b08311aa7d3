package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a whole run read and found.
 *
 * @param read entries that started in the asked days
 * @param unconfirmed entries that Clockify no longer lists but whose deletion could not be asked for within the run's requests;
 *     they stay until a later run confirms it
 * @param fileOnly entries that only a file reported, although Clockify was read whole for their days: a person should look at them
 * @param running timers that run now
 * @param quotaLeft requests left in this hour
 * @param warnings time of these days that cannot be, be it new or known: a sentence each
 * @param contractsAsOf when the contracts were last read; null when they never were
 */
record SyncReport(
        UUID id,
        LocalDate from,
        LocalDate to,
        int read,
        int created,
        int updated,
        int unchanged,
        int deleted,
        int unconfirmed,
        int fileOnly,
        int running,
        int requests,
        int quotaLeft,
        List<String> warnings,
        Instant contractsAsOf) {

    static SyncReport of(UUID id, SyncProgress progress, int quotaLeft, List<String> warnings, Instant contractsAsOf) {
        return new SyncReport(
                id,
                progress.from(),
                progress.to(),
                progress.read(),
                progress.counts().created(),
                progress.counts().updated(),
                progress.counts().unchanged(),
                progress.deleted(),
                progress.unconfirmed(),
                progress.fileOnly(),
                progress.running(),
                progress.requests(),
                quotaLeft,
                warnings,
                contractsAsOf);
    }
}
