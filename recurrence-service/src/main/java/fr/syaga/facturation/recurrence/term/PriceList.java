package fr.syaga.facturation.recurrence.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/**
 * The prices of a contract by the day from which each holds. A price is one of a periodicity and means nothing in another: a
 * contract that goes back to an earlier periodicity goes back to its prices. In the periodicity that it has there is one for every
 * day, the first also before its day.
 */
@Embeddable
public class PriceList {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contract_price", joinColumns = @JoinColumn(name = "contract_id"))
    private List<Price> prices = new ArrayList<>();

    protected PriceList() {}

    public PriceList(Periodicity periodicity, LocalDate from, BigDecimal netAmount) {
        prices.add(new Price(from, netAmount, periodicity, false));
    }

    public boolean isEmpty(Periodicity periodicity) {
        return of(periodicity).findAny().isEmpty();
    }

    /** From that day on the price is another one; a price already set for that day is replaced. */
    public void change(Periodicity periodicity, LocalDate from, BigDecimal netAmount, boolean withChange) {
        prices.removeIf(price -> price.isOf(periodicity) && price.holdsFrom().equals(from));
        prices.add(new Price(from, netAmount, periodicity, withChange));
    }

    /** What an earlier change said with another calendar and what never held is forgotten; what was set by itself stays. */
    public void forgetChangesAfter(LocalDate day) {
        prices.removeIf(price -> price.isWithChange() && price.holdsFrom().isAfter(day));
    }

    /** What was billed takes the place of what was only written down; a price that is set for later stays. */
    public void begin(Periodicity periodicity, SortedMap<LocalDate, BigDecimal> billed) {
        LocalDate last = billed.lastKey();
        of(periodicity).findFirst().ifPresent(prices::remove);
        prices.removeIf(price -> price.isOf(periodicity) && !price.holdsFrom().isAfter(last));
        of(periodicity)
                .findFirst()
                .filter(next -> next.netAmount().compareTo(billed.get(last)) == 0)
                .ifPresent(prices::remove);
        billed.forEach((from, netAmount) -> prices.add(new Price(from, netAmount, periodicity, false)));
    }

    /** How an amount agrees with the price of a day. */
    public Agreement agreement(Periodicity periodicity, BigDecimal netAmount, LocalDate day) {
        BigDecimal price = on(periodicity, day);
        if (price.compareTo(netAmount) == 0) {
            return Agreement.PRICE;
        }
        return of(periodicity)
                .filter(each -> !each.holdsFrom().isAfter(day))
                .map(Price::netAmount)
                .filter(each -> each.compareTo(price) != 0)
                .reduce((earlier, later) -> later)
                .filter(before -> before.compareTo(netAmount) == 0)
                .map(before -> Agreement.PRICE_BEFORE)
                .orElse(Agreement.NONE);
    }

    public BigDecimal on(Periodicity periodicity, LocalDate day) {
        return of(periodicity)
                .filter(price -> !price.holdsFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> of(periodicity).findFirst())
                .orElseThrow()
                .netAmount();
    }

    public List<Price> inOrder(Periodicity periodicity) {
        return of(periodicity).toList();
    }

    private Stream<Price> of(Periodicity periodicity) {
        return prices.stream().filter(price -> price.isOf(periodicity)).sorted(Comparator.comparing(Price::holdsFrom));
    }
}
