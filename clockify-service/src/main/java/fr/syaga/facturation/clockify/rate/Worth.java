package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.timesheet.Billed;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/**
 * Some FACTURABLE time and what it is worth, hours rounded once a price: an estimate, because a bill has its own lines.
 *
 * @param netAmount euros without VAT
 */
public record Worth(BigDecimal hours, BigDecimal netAmount) {

    public static Worth of(Collection<TimeEntry> entries, PriceList prices) {
        Map<BigDecimal, Long> seconds = new TreeMap<>();
        entries.forEach(entry -> seconds.merge(price(entry, prices), entry.facturableSeconds(), Long::sum));
        return of(seconds);
    }

    /** @param seconds by the price of an hour */
    public static Worth of(Map<BigDecimal, Long> seconds) {
        BigDecimal net = seconds.entrySet().stream()
                .map(each -> Hours.price(each.getValue(), each.getKey()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long all = seconds.values().stream().mapToLong(Long::longValue).sum();
        return new Worth(Hours.of(all), net.setScale(2));
    }

    /** Euros for an hour of an entry: as billed, or as the list says. */
    public static BigDecimal price(TimeEntry entry, PriceList prices) {
        return entry.billed().map(Billed::rate).orElseGet(() -> price(entry, entry.customerCode(), prices));
    }

    /** Euros for an hour of time that is on no bill; while all time has one price, nothing else of it is asked for. */
    public static BigDecimal price(Unbilled time, PriceList prices) {
        EntryDetails details = time.details();
        return prices.priceOf(time.customerCode(), details.projectName(), details.userNames(), time.day());
    }

    private static BigDecimal price(TimeEntry entry, String customer, PriceList prices) {
        EntryDetails details = entry.details();
        return prices.priceOf(customer, details.projectName(), details.userNames(), entry.day());
    }

    /** What one entry alone costs, half up to the cent; an estimate, because a bill rounds its hours once. */
    public static BigDecimal amount(TimeEntry entry, PriceList prices) {
        return Hours.exactPrice(entry.facturableSeconds(), price(entry, prices));
    }

    /** What an entry would cost under another verdict. */
    public static BigDecimal amountAs(TimeEntry entry, Verdict other, PriceList prices) {
        return Hours.exactPrice(other.facturable(entry.seconds()), price(entry, other.customerCode(), prices));
    }
}
