package fr.syaga.facturation.recurrence.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.recurrence.ReadOnlyTransaction;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.Revenue;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;
import fr.syaga.facturation.recurrence.plan.Plan;
import fr.syaga.facturation.recurrence.plan.Planned;

/** Tells what the contracts will bring in. */
@Path("/api/v1/forecast")
@Tag(name = "Forecast")
class ForecastResource {

    private static final int MONTHS_AHEAD = 12;

    private final Contracts contracts;
    private final Plan plan;
    private final ReadOnlyTransaction reading;
    private final InvoicingClient invoicing;
    private final BusinessDate businessDate;

    ForecastResource(
            Contracts contracts,
            Plan plan,
            ReadOnlyTransaction reading,
            InvoicingClient invoicing,
            BusinessDate businessDate) {
        this.reading = reading;
        this.contracts = contracts;
        this.plan = plan;
        this.invoicing = invoicing;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(
            summary =
                    "Recurring revenue, twelve months ahead, and the share of this month's invoices that needed nobody",
            description = "Begins with the month of asOf, today by default. 503 when invoice-service is down.")
    public Forecast forecast(@QueryParam("asOf") String asOfText) {
        LocalDate asked = RequestValue.date("asOf", asOfText);
        LocalDate asOf = asked == null ? businessDate.today() : asked;
        YearMonth month = YearMonth.from(asOf);
        List<UUID> invoices = invoicing.invoicesOf(month);
        return reading.of(() -> {
            List<Contract> all = contracts.inOrder();
            List<Planned> due =
                    plan
                            .between(
                                    all,
                                    month.atDay(1),
                                    month.plusMonths(MONTHS_AHEAD - 1L).atEndOfMonth())
                            .stream()
                            .filter(Planned::isDue)
                            .toList();
            Revenue revenue = Revenue.of(all, asOf);
            Set<UUID> automatic = due.stream()
                    .filter(Planned::neededNobody)
                    .map(each -> each.recorded().invoiceId())
                    .collect(Collectors.toSet());
            Map<YearMonth, List<Planned>> byMonth =
                    due.stream().collect(Collectors.groupingBy(each -> YearMonth.from(each.dueOn())));
            return new Forecast(
                    asOf,
                    revenue.annualNet(),
                    revenue.monthlyNet(),
                    net(due),
                    IntStream.range(0, MONTHS_AHEAD)
                            .mapToObj(month::plusMonths)
                            .map(each -> ahead(each, byMonth.getOrDefault(each, List.of()), all, asOf))
                            .toList(),
                    Automation.of(month, invoices, automatic));
        });
    }

    private static Forecast.MonthAhead ahead(
            YearMonth month, List<Planned> ofMonth, List<Contract> all, LocalDate asOf) {
        return new Forecast.MonthAhead(
                month,
                ofMonth.size(),
                (int) ofMonth.stream().filter(each -> !each.isOpen()).count(),
                net(ofMonth),
                all.stream()
                        .flatMap(contract -> PriceChange.of(contract, month, asOf).stream())
                        .toList());
    }

    private static BigDecimal net(List<Planned> planned) {
        return planned.stream().map(Planned::netAmount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
