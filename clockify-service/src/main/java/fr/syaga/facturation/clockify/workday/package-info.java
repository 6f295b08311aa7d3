/**
 * When people are at work: days, hours and holidays. In come settings and a moment, out comes yes or no. Start with
 * WorkingHours.
 */
package fr.syaga.facturation.clockify.workday;
