/**
 * Clockify's answers as records, each form of an entry with its own. In comes JSON, out come reported entries, or a {@link
 * fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable} with its sentence. Start with ClockifyJson, which says how leniently
 * it is read, then ReportRow.
 */
package fr.syaga.facturation.clockify.api.answer;
