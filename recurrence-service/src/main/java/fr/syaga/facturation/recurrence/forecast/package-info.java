/** Looks ahead: what the contracts will bring in, month by month, and how much of the invoicing needs nobody. */
package fr.syaga.facturation.recurrence.forecast;
