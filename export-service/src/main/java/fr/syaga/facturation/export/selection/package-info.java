/**
 * What an order selects: which documents leave, which stay behind and why, and the frozen content of those that leave. In come a filter and
 * the answers of invoice-service; out come the frozen selection and the list of skipped documents. Start reading at {@code ExportFilter}
 * and {@code Selected}; {@code OxygeneSelection} decides what leaves for Oxygène.
 */
package fr.syaga.facturation.export.selection;
