/** What an invoice must say beside its lines: who issues it, for whom, and the wordings of the law, each with its dates. */
package fr.syaga.facturation.invoice.legal;
