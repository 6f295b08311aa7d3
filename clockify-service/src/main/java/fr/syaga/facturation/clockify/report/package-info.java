/** The day's billing report: as JSON, as a page with a chart, and by e-mail. */
package fr.syaga.facturation.clockify.report;
