package fr.syaga.facturation.clockify.customer;

import java.math.BigDecimal;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.Worth;

/**
 * A Clockify client, the customer it stands for, and its unbilled FACTURABLE time.
 *
 * @param hours exact seconds as hours, half up to two decimals
 * @param netAmount what that time would cost, as an estimate
 */
record MappingView(
        String clientName,
        String customerCode,
        String state,
        List<Suggestion> suggestions,
        BigDecimal hours,
        BigDecimal netAmount) {

    static MappingView of(CustomerMapping mapping, Worth open) {
        return new MappingView(
                mapping.clientName(),
                mapping.customerCode(),
                mapping.state().name(),
                mapping.suggestions(),
                open.hours(),
                open.netAmount());
    }
}
