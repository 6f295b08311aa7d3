/**
 * Finds documents. A filter of conditions comes in; pages or a stream go out, in an order that no later document disturbs. Start reading
 * at {@code InvoiceFilter}. A stream of some fields selects these alone, because entities would cost it most of its time.
 */
package fr.syaga.facturation.invoice.search;
