package fr.syaga.facturation.invoice.reconciliation;

import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.invoice.history.ImportReport.RejectedRow;

/** What an import of the cache did: {@code rows = imported + unchanged + updated + rejected}. Lines are counted beside. */
record CacheReport(
        UUID id,
        String file,
        long rows,
        long imported,
        long unchanged,
        long updated,
        List<RejectedRow> rejected,
        long lines) {}
