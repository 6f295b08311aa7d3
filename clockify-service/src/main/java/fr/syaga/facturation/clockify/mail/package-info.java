/**
 * Mails that people get once. In comes a notice with a key, out comes a mail; what did not leave leaves later. Start
 * with Notices.
 */
package fr.syaga.facturation.clockify.mail;
