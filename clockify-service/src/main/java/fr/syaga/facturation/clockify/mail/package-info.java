/** E-mail to the people of the business: sent by any SMTP server, each thing told once. */
package fr.syaga.facturation.clockify.mail;
