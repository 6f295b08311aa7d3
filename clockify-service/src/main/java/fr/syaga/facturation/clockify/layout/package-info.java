/** How a customer's hours become invoices: groups of work, each with its unit, price, rounding and words, and what is left. */
package fr.syaga.facturation.clockify.layout;
