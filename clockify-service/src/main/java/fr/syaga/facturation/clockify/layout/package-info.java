/**
 * How a customer's hours are set out on invoices: groups with a unit, a price and a designation. In come a person's
 * layouts or the user's own templates, out comes the group of an entry. Start with BillingLayout.
 */
package fr.syaga.facturation.clockify.layout;
