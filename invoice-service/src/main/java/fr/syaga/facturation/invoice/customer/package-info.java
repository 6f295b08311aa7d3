/** Who is invoiced: one customer a code, however many spellings the history knows of its name. */
package fr.syaga.facturation.invoice.customer;
