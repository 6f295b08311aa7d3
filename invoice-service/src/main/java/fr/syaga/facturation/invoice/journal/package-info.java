/** The audit trail: what happened to documents, in order, each entry chained to the one before by its hash. */
package fr.syaga.facturation.invoice.journal;
