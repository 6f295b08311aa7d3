package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
