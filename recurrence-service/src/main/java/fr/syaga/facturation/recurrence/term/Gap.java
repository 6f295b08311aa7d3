package fr.syaga.facturation.recurrence.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Embeddable;

/**
 * A month that lies between two calendars of a contract: the one before would have invoiced it, the one after does not.
 *
 * @param monthOn its first day
 * @param netAmount what the calendar before asked for it
 */
@Embeddable
public record Gap(LocalDate monthOn, BigDecimal netAmount) {

    public YearMonth month() {
        return YearMonth.from(monthOn);
    }
}
