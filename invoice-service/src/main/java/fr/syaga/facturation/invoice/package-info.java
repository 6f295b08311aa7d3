/** Owns customers, invoices and credit notes, their numbers, VAT and totals, the imported history and the journal. It is the only place where money is rounded, and it knows no other service. */
package fr.syaga.facturation.invoice;
