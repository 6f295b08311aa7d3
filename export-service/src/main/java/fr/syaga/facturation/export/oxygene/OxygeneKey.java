package fr.syaga.facturation.export.oxygene;

/**
 * What Oxygène is told about one document beside its content.
 *
 * @param key the WEB_ID, never used twice
 * @param paymentCode the customer's payment method in Oxygène, null for the profile's
 * @param articleCode the customer's article, null for the profile's
 * @param credited the number and date of the invoice that a credit note takes back, null when unknown
 * @param address the customer's address, null when it does not go along
 */
public record OxygeneKey(String key, String articleCode, String paymentCode, String credited, OxygeneAddress address) {}
