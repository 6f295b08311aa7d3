/**
 * The day's report: hours and open euros a customer, as JSON, page and mail. In come entries, out come figures and
 * charts. Start with DailyReports.
 */
package fr.syaga.facturation.clockify.report;
