package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.invoice.money.Money;

/**
 * What is unpaid on a day, by customer and by how late it is. Credit notes that were not paid out lower what is owed in the
 * bucket of their own date.
 */
public record AgedBalance(LocalDate asOf, Bucket total, List<CustomerBalance> customers) {

    private static final int[] LIMITS = {30, 60, 90};

    /** Euros with VAT by days late: not due yet, 1 to 30, 31 to 60, 61 to 90, more. */
    public record Bucket(
            BigDecimal notDue,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90,
            BigDecimal total) {}

    /** What one customer owes. */
    public record CustomerBalance(String customerCode, String customerName, Bucket outstanding) {}

    /** One unpaid document. */
    record Open(String customerCode, String customerName, LocalDate dueOn, Money outstanding) {}

    static AgedBalance of(LocalDate asOf, Iterable<Open> open) {
        Money[] all = empty();
        Map<String, Money[]> byCustomer = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Open each : open) {
            int bucket = bucket(ChronoUnit.DAYS.between(each.dueOn(), asOf));
            all[bucket] = all[bucket].plus(each.outstanding());
            Money[] own = byCustomer.computeIfAbsent(each.customerCode(), none -> empty());
            own[bucket] = own[bucket].plus(each.outstanding());
            names.put(each.customerCode(), each.customerName());
        }
        List<CustomerBalance> customers = new ArrayList<>();
        byCustomer.forEach((code, own) -> customers.add(new CustomerBalance(code, names.get(code), bucket(own))));
        return new AgedBalance(asOf, bucket(all), customers);
    }

    /** 0 while it is not late, then one bucket each thirty days, up to 4. */
    private static int bucket(long daysLate) {
        if (daysLate <= 0) {
            return 0;
        }
        int bucket = 1;
        for (int limit : LIMITS) {
            if (daysLate > limit) {
                bucket++;
            }
        }
        return bucket;
    }

    private static Money[] empty() {
        return new Money[] {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
    }

    private static Bucket bucket(Money[] amounts) {
        return new Bucket(
                amounts[0].amount(),
                amounts[1].amount(),
                amounts[2].amount(),
                amounts[3].amount(),
                amounts[4].amount(),
                Money.sum(List.of(amounts)).amount());
    }
}
