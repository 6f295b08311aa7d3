/** Finds the recurring contracts in the invoice history, keeps those that a person accepted, plans their due dates and makes their invoices, each exactly once. */
package fr.syaga.facturation.recurrence;
