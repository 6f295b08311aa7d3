/**
 * Factur-X: the printed document with the invoice as data inside (EN 16931, French reform). In comes what a page is made of; out comes a
 * PDF that holds the XML, or a refusal that names the missing mention. Start reading at {@code FacturX}.
 */
package fr.syaga.facturation.export.einvoice;
