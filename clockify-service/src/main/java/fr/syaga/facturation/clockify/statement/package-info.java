/** The justification of a customer's month that goes with the invoice. */
package fr.syaga.facturation.clockify.statement;
