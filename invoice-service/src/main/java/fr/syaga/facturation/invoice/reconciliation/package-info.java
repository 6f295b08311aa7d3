/** The list against the cache: the list wins on amounts, the cache on words, and every difference is told. */
package fr.syaga.facturation.invoice.reconciliation;
