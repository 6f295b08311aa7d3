/**
 * How free time becomes the lines and drafts of a customer's month. In come a month's entries, layouts, prices and
 * settings, out come bills; nothing is stored. Start with OpenTime, then BillingTerms.
 */
package fr.syaga.facturation.clockify.billing.lines;
