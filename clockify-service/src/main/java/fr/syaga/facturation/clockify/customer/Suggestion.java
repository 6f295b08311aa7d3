package fr.syaga.facturation.clockify.customer;

/**
 * A customer that a client or a project may be.
 *
 * @param customerName the same as name, as it was called first
 * @param similarity from 0 to 1, two decimals; the order of suggestions follows it
 * @param why in French, for the person who decides
 */
public record Suggestion(String customerCode, String name, String customerName, double similarity, String why) {

    Suggestion(String customerCode, String name, double similarity, String why) {
        this(customerCode, name, name, similarity, why);
    }
}
