/**
 * Speaks to Clockify: single requests, each taken out of the hour's budget. In come paths and days, out come its answers as records
 * ({@code api.answer}). Start with ClockifyClient, then ClockifySession, which counts the requests of one run.
 */
package fr.syaga.facturation.clockify.api;
