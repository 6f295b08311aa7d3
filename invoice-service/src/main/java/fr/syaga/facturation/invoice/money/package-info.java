/** Money and VAT as EN 16931 computes them: the only place of the product where an amount is rounded. */
package fr.syaga.facturation.invoice.money;
