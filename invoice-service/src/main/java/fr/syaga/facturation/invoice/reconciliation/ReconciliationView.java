package fr.syaga.facturation.invoice.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/**
 * List against cache, in documents.
 *
 * @param lineMismatches matched documents whose cached lines, if any, do not add up to the list's net amount
 * @param orphanLines lines of the cache whose document is no row of the cache's own table
 * @param totalNet the list's net amount over the matched documents: the list wins on amounts
 * @param totalCachedNet what the cache says of the same documents; a cell without an amount counts nothing
 */
record ReconciliationView(
        long matched,
        long amountMismatches,
        long invalidDates,
        long unknownCustomers,
        long onlyInCache,
        long onlyInHistory,
        long lineMismatches,
        long orphanLines,
        BigDecimal totalNet,
        BigDecimal totalCachedNet,
        BigDecimal totalNetOnlyInHistory,
        BigDecimal totalNetOnlyInCache,
        List<Difference> differences) {}
