package fr.syaga.facturation.clockify.billing.preview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * An entry that is not billed although its time is FACTURABLE.
 *
 * @param customerCode null for time of nobody
 * @param netAmount what it would cost, as an estimate
 * @param invoice what Clockify calls the invoice that has it; null when it was not told
 * @param approval what Clockify says of its approval; null when it was not told
 */
record HeldTime(
        UUID entryId,
        String customerCode,
        LocalDate day,
        String userName,
        String description,
        BigDecimal hours,
        BigDecimal netAmount,
        String invoice,
        String approval) {

    static List<HeldTime> of(List<TimeEntry> entries, PriceList prices) {
        return entries.stream().map(entry -> of(entry, prices)).toList();
    }

    private static HeldTime of(TimeEntry entry, PriceList prices) {
        return new HeldTime(
                entry.id(),
                entry.customerCode(),
                entry.day(),
                entry.details().userName(),
                entry.details().description(),
                Hours.of(entry.facturableSeconds()),
                Worth.amount(entry, prices),
                entry.status().invoice(),
                entry.status().approval());
    }
}
