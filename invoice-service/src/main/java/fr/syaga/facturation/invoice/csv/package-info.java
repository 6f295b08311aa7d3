/** Tables for a French spreadsheet: what a bookkeeper opens by double click. */
package fr.syaga.facturation.invoice.csv;
