package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.rate.PriceList;

/**
 * Some FACTURABLE time and what it is worth, hours rounded once a price: an estimate, because a bill has its own lines.
 *
 * @param netAmount euros without VAT
 */
public record Worth(BigDecimal hours, BigDecimal netAmount) {

    public static Worth of(Collection<TimeEntry> entries, PriceList prices) {
        Map<BigDecimal, Long> seconds = new TreeMap<>();
        entries.forEach(entry -> seconds.merge(entry.price(prices), entry.facturableSeconds(), Long::sum));
        BigDecimal net = seconds.entrySet().stream()
                .map(each -> Hours.price(each.getValue(), each.getKey()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long all = seconds.values().stream().mapToLong(Long::longValue).sum();
        return new Worth(Hours.of(all), net.setScale(2));
    }
}
