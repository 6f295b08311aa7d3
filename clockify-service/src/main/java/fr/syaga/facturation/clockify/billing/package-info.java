/**
 * A month's FACTURABLE time becomes one draft a customer, once, whatever breaks in between. In comes a month, out come drafts in
 * invoice-service. Five rooms: {@code lines} makes bills of time, {@code plan} writes them down, {@code preview} shows them,
 * {@code byhand} keeps out what a person billed, {@code run} has the HTTP side and calls the others in their order.
 */
package fr.syaga.facturation.clockify.billing;
