/**
 * Speaks to Clockify: single requests, each taken out of the hour's budget, and its answers as records. In come paths
 * and days, out come reported entries or a {@link fr.syaga.facturation.clockify.api.ClockifyUnreadable} that says why
 * not. Start with ClockifyClient, then ClockifySession, which counts the requests of one run.
 */
package fr.syaga.facturation.clockify.api;
