package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;

/** What the contracts that are not over bring in a year. */
@Path("/api/v1/revenue")
@Tag(name = "Contracts")
class RevenueResource {

    private static final int MONTHS_A_YEAR = 12;

    private final Contracts contracts;
    private final BusinessDate businessDate;

    RevenueResource(Contracts contracts, BusinessDate businessDate) {
        this.contracts = contracts;
        this.businessDate = businessDate;
    }

    /** One customer's part. */
    record CustomerRevenue(String customerCode, BigDecimal annualNet) {}

    /** Annual recurring revenue; a month is a twelfth of it. */
    record Revenue(BigDecimal annualNet, BigDecimal monthlyNet, List<CustomerRevenue> byCustomer) {}

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Annual recurring revenue")
    public Revenue revenue() {
        LocalDate today = businessDate.today();
        Map<String, BigDecimal> byCustomer = new TreeMap<>();
        for (Contract contract : contracts.inOrder()) {
            if (contract.statusOn(today) != ContractStatus.ENDED) {
                LocalDate next = contract.schedule().firstOnOrAfter(today);
                BigDecimal annual = contract.priceOn(next)
                        .multiply(BigDecimal.valueOf(
                                contract.schedule().periodicity().perYear()));
                byCustomer.merge(contract.customerCode(), annual, BigDecimal::add);
            }
        }
        BigDecimal annual = byCustomer.values().stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        // An indicator for reading, never invoiced.
        BigDecimal monthly = annual.divide(BigDecimal.valueOf(MONTHS_A_YEAR), 2, RoundingMode.HALF_UP);
        return new Revenue(
                annual,
                monthly,
                byCustomer.entrySet().stream()
                        .map(each -> new CustomerRevenue(each.getKey(), each.getValue()))
                        .toList());
    }
}
