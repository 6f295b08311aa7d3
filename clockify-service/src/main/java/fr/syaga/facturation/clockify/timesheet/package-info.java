/** Entries of tracked time and how what is told about one from different sides becomes one entry. */
package fr.syaga.facturation.clockify.timesheet;
