/** Makes the invoices that are due, each exactly once, and says what is planned and what was made. */
package fr.syaga.facturation.recurrence.run;
