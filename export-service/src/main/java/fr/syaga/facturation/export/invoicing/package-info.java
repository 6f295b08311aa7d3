/** Our view of invoice-service: the few fields of an invoice that a file shows. Amounts are taken over, never computed here. */
package fr.syaga.facturation.export.invoicing;
