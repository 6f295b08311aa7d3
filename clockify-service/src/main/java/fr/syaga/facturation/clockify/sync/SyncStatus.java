package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where the synchronisation stands.
 *
 * @param quota requests an hour
 * @param waiting entries that webhooks told us to read again
 * @param lastProblem why the last run broke off, or null
 */
record SyncStatus(
        boolean configured,
        int quota,
        int quotaLeft,
        int waiting,
        LocalDate readUpTo,
        Instant lastRunAt,
        String lastProblem) {}
