/** Our view of clockify-service: the hours behind an invoice, as the customer may see them. */
package fr.syaga.facturation.export.timesheet;
