/**
 * Bills a month over HTTP. In comes a month, out come drafts in invoice-service and what a person should look at. Start
 * with BillingRun; it only calls: planning is in {@code plan}, the view in {@code preview}.
 */
package fr.syaga.facturation.clockify.billing.run;
