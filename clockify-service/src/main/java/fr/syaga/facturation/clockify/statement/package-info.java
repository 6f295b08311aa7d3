/**
 * The timesheet of a customer's month, as JSON, CSV and PDF. In comes the time of one bill, out comes a document. Start
 * with Timesheet.
 */
package fr.syaga.facturation.clockify.statement;
