package fr.syaga.facturation.clockify.customer;

/**
 * A customer that a Clockify client may be.
 *
 * @param similarity from 0 to 1, two decimals
 */
public record Suggestion(String customerCode, String customerName, double similarity) {}
