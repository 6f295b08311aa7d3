/**
 * CSV and XLSX. In comes a set of documents; out goes one row a document, with the user's own columns first, and in the workbook a second
 * sheet with revenue by customer and month. Start reading at {@code CsvTable} and {@code XlsxWorkbook}.
 */
package fr.syaga.facturation.export.table;
