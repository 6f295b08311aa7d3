/**
 * Our view of clockify-service. In come a customer's code and a month; out comes the PDF with the hours of that month, as the
 * customer may see them, or nothing when there are none. Start reading at {@code TimesheetClient}.
 */
package fr.syaga.facturation.export.timesheet;
