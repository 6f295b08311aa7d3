/**
 * Which customer a name may mean. In come invoice-service's customers and a client's or project's name, out comes the
 * one customer that it is, or suggestions, the likeliest first. It stores nothing. Start with CustomerNames, then
 * Likeness.
 */
package fr.syaga.facturation.clockify.customer;
