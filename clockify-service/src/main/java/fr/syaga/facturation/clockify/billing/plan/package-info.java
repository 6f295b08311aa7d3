/**
 * What is written down about bills before and after invoice-service is asked: one {@link
 * fr.syaga.facturation.clockify.billing.plan.BillingItem} a draft, and the entries that are locked to it. In come bills
 * and answers, out come items. Start with BillingPlan.
 */
package fr.syaga.facturation.clockify.billing.plan;
