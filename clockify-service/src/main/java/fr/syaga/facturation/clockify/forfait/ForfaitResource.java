package fr.syaga.facturation.clockify.forfait;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.HourlyRate;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.edge.RequestValue;

/** Hours spent against the contracts of a month, as they were last read. */
@Path("/api/v1/forfaits")
@Tag(name = "Forfaits")
class ForfaitResource {

    private final TimeEntries entries;
    private final Contracts contracts;
    private final HourlyRate rate;

    ForfaitResource(TimeEntries entries, Contracts contracts, HourlyRate rate) {
        this.entries = entries;
        this.contracts = contracts;
        this.rate = rate;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Hours against each customer's contracts, effective hourly rate, overrun")
    public ForfaitMonth month(@QueryParam("month") String month) {
        YearMonth wanted = RequestValue.month("month", month);
        ContractBook book = contracts.book();
        Map<String, Long> seconds = new HashMap<>();
        entries.ofMonth(wanted).stream()
                .filter(entry -> entry.category() == Category.FORFAIT && entry.customerCode() != null)
                .forEach(entry -> seconds.merge(entry.customerCode(), entry.seconds(), Long::sum));
        Map<String, List<Contract>> byCustomer = new TreeMap<>();
        book.contracts().stream()
                .filter(contract -> coversADayOf(contract, wanted))
                .forEach(contract -> byCustomer
                        .computeIfAbsent(contract.customerCode(), any -> new ArrayList<>())
                        .add(contract));
        List<ForfaitUse> items = byCustomer.entrySet().stream()
                .map(each -> ForfaitUse.of(
                        each.getKey(), each.getValue(), seconds.getOrDefault(each.getKey(), 0L), rate.euros()))
                .toList();
        return ForfaitMonth.of(wanted, items, book.asOf());
    }

    private static boolean coversADayOf(Contract contract, YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate day = contract.since() != null && contract.since().isAfter(first) ? contract.since() : first;
        return !day.isAfter(month.atEndOfMonth()) && contract.holdsOn(day);
    }
}
