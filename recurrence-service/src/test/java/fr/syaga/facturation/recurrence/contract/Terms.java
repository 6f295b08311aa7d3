package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** Terms of a contract for tests: {@code monthly().on(31).from("2025-08-01")}; 310.00 each time unless said otherwise. */
record Terms(
        Periodicity periodicity,
        Integer month,
        int day,
        LocalDate since,
        LocalDate billFrom,
        LocalDate until,
        boolean prorated) {

    static Terms every(Periodicity periodicity) {
        return new Terms(periodicity, null, 1, null, LocalDate.of(2025, 1, 1), null, false);
    }

    static Terms monthly() {
        return every(Periodicity.MONTHLY);
    }

    Terms on(int dayOfMonth) {
        return new Terms(periodicity, month, dayOfMonth, since, billFrom, until, prorated);
    }

    Terms dueIn(int firstMonth) {
        return new Terms(periodicity, firstMonth, day, since, billFrom, until, prorated);
    }

    Terms from(LocalDate first) {
        return new Terms(periodicity, month, day, first, first, until, prorated);
    }

    Terms billedFrom(LocalDate first) {
        return new Terms(periodicity, month, day, since, first, until, prorated);
    }

    Terms to(LocalDate last) {
        return new Terms(periodicity, month, day, since, billFrom, last, prorated);
    }

    Terms byTheDay() {
        return new Terms(periodicity, month, day, since, billFrom, until, true);
    }

    Contract contract() {
        return new Contract(
                new ContractTerms(
                        "LAA10",
                        "LAA",
                        "Forfait LAA",
                        new BigDecimal("310.00"),
                        periodicity,
                        month == null ? null : List.of(month),
                        day,
                        since,
                        billFrom,
                        until,
                        null,
                        null,
                        prorated,
                        null,
                        null,
                        null,
                        null),
                billFrom);
    }
}
