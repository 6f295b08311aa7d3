/** Invoices and credit notes: their lines, totals and life, from draft to issued. An issued one never changes. */
package fr.syaga.facturation.invoice.invoice;
