/**
 * What of a month is billed, would be billed, and cannot be billed. In come a month and what was read of the neighbours,
 * out comes a view that changes nothing. Start with BillingOverview.
 */
package fr.syaga.facturation.clockify.billing.preview;
