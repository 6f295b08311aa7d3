/** Files made of invoices: one renderer a format behind one sealed interface. Renderers read no database and call nobody. */
package fr.syaga.facturation.export.document;
