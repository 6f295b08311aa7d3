package fr.syaga.facturation.invoice.reconciliation;

import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.invoice.history.ImportReport.RejectedRow;

/**
 * What an import of the cache did: {@code rows = imported + unchanged + updated + rejected}. Lines are counted beside.
 *
 * @param removed rows of the cache before it that this one no longer holds
 * @param orphanLines lines whose document is no row of the file's own table
 */
record CacheReport(
        UUID id,
        String file,
        long rows,
        long imported,
        long unchanged,
        long updated,
        long removed,
        List<RejectedRow> rejected,
        long lines,
        long orphanLines) {}
