package fr.syaga.facturation.clockify.mapping;

import java.math.BigDecimal;
import java.util.List;

import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.customer.Suggestion;
import fr.syaga.facturation.clockify.rate.Worth;

/**
 * A client, a project or words, the customer that they stand for, and their unbilled FACTURABLE time.
 *
 * @param clientName the name of a client, as it was called first; null for projects and words
 * @param state MAPPED by itself, CHOSEN by a person, WAITING for one, or INTERNAL: our own company's
 * @param hours exact seconds as hours, half up to two decimals
 * @param netAmount what that time would cost, as an estimate
 */
record MappingView(
        MappingKind kind,
        String name,
        String clientName,
        String customerCode,
        String state,
        List<Suggestion> suggestions,
        BigDecimal hours,
        BigDecimal netAmount) {

    static MappingView of(CustomerMapping mapping, CustomerMapping.State state, Worth open) {
        return new MappingView(
                mapping.kind(),
                mapping.name(),
                mapping.kind() == MappingKind.CLIENT ? mapping.name() : null,
                mapping.customerCode(),
                state.name(),
                mapping.suggestions(),
                open.hours(),
                open.netAmount());
    }
}
