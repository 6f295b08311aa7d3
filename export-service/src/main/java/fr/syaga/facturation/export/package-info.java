/** Turns approved invoices into the files that Oxygène, a spreadsheet and the customer take, and remembers what left in which file. */
package fr.syaga.facturation.export;
