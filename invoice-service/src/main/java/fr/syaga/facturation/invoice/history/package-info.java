/** The imported history: Oxygène's list, which is the truth for amounts, and the numbers that are learnt from it. */
package fr.syaga.facturation.invoice.history;
