package fr.syaga.facturation.export.document;

/**
 * What Oxygène is told about one document beside its content.
 *
 * @param key the WEB_ID, never used twice
 * @param paymentCode the payment method in Oxygène, null for the client record's own
 * @param articleCode the customer's article, null for the profile's
 * @param credited the number and date of the invoice that a credit note takes back, null when unknown
 */
public record OxygeneKey(String key, String articleCode, String paymentCode, String credited) {}
