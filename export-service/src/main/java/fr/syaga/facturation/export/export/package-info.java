/**
 * An export from the order to the file. In comes a format and a filter; out comes the stored file with its hash and control totals, and the
 * news to invoice-service of what left. Start reading at {@code ExportOrder} (what is asked of neighbours), {@code ExportDecision} (what is
 * stored) and {@code ExportRun} (how the file is written).
 */
package fr.syaga.facturation.export.export;
