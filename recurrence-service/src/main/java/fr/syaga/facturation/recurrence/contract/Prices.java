package fr.syaga.facturation.recurrence.contract;

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

/** The prices of a contract by the day from which each holds; there is one for every day, the first also before its day. */
@Embeddable
class Prices {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contract_price", joinColumns = @JoinColumn(name = "contract_id"))
    private List<Price> prices = new ArrayList<>();

    protected Prices() {}

    Prices(Price first) {
        prices.add(first);
    }

    /** From that day on the price is another one; a price already set for that day is replaced. */
    void change(LocalDate from, BigDecimal netAmount) {
        prices.removeIf(price -> price.holdsFrom().equals(from));
        prices.add(new Price(from, netAmount));
    }

    /** What was billed takes the place of what was only written down; a price that is set for later stays. */
    void begin(SortedMap<LocalDate, BigDecimal> billed) {
        LocalDate last = billed.lastKey();
        byDate().findFirst().ifPresent(prices::remove);
        prices.removeIf(price -> !price.holdsFrom().isAfter(last));
        byDate().findFirst()
                .filter(next -> next.netAmount().compareTo(billed.get(last)) == 0)
                .ifPresent(prices::remove);
        billed.forEach((from, netAmount) -> prices.add(new Price(from, netAmount)));
    }

    /** How an amount agrees with the price of a day. */
    Agreement agreement(BigDecimal netAmount, LocalDate day) {
        BigDecimal price = on(day);
        if (price.compareTo(netAmount) == 0) {
            return Agreement.PRICE;
        }
        return byDate().filter(each -> !each.holdsFrom().isAfter(day))
                .map(Price::netAmount)
                .filter(each -> each.compareTo(price) != 0)
                .reduce((earlier, later) -> later)
                .filter(before -> before.compareTo(netAmount) == 0)
                .map(before -> Agreement.PRICE_BEFORE)
                .orElse(Agreement.NONE);
    }

    BigDecimal on(LocalDate day) {
        return byDate().filter(price -> !price.holdsFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> byDate().findFirst())
                .orElseThrow()
                .netAmount();
    }

    List<Price> inOrder() {
        return byDate().toList();
    }

    private Stream<Price> byDate() {
        return prices.stream().sorted(Comparator.comparing(Price::holdsFrom));
    }
}
