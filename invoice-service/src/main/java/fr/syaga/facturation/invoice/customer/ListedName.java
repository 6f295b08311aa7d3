package fr.syaga.facturation.invoice.customer;

import java.time.LocalDate;
import java.util.Comparator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The listed document that a customer's name comes from: the latest by date, on one day the one of the highest number. */
@Embeddable
public record ListedName(
        @Column(name = "name_listed_on") LocalDate issuedOn,
        @Column(name = "name_listed_number") String number) {

    /** F and A count apart; a longer counter is a higher one. */
    private static final Comparator<ListedName> BY_PLACE = Comparator.comparing(ListedName::issuedOn)
            .thenComparing(name -> name.number().length())
            .thenComparing(name -> name.number().substring(1));

    boolean isAfter(ListedName other) {
        return BY_PLACE.compare(this, other) > 0;
    }
}
