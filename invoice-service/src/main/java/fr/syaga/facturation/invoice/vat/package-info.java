/** The rates of VAT that French law knows, each with the days between which it holds: a change of rate is one row. */
package fr.syaga.facturation.invoice.vat;
