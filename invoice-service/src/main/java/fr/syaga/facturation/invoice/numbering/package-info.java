/** Who owns the legal number of a document, and the gapless series when that is us. */
package fr.syaga.facturation.invoice.numbering;
