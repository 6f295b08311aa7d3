package fr.syaga.facturation.clockify.customer;

import java.math.BigDecimal;
import java.util.List;

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
        BigDecimal netAmount) {}
