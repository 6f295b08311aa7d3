/**
 * Checks that remind a person of missing or odd time. In come the day's entries and working hours, out come reminders,
 * mailed once. Start with Reminders; each check is a small class beside it.
 */
package fr.syaga.facturation.clockify.reminder;
