package fr.syaga.facturation.clockify.recurrence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A customer's contract, as far as time is concerned. */
public record Contract(
        UUID id,
        String customerCode,
        String label,
        BigDecimal netAmount,
        String periodicity,
        LocalDate since,
        LocalDate until,
        Status status,
        BigDecimal includedHours) {

    /** Where a contract stands today; a status of tomorrow that we do not know counts as active. */
    public enum Status {
        ACTIVE,
        PAUSED,
        ENDED
    }

    /** The contract covers the day: it has begun and is neither paused nor over; the last day belongs to it. */
    public boolean holdsOn(LocalDate day) {
        boolean begun = since != null && !since.isAfter(day);
        boolean over = until == null ? status == Status.ENDED : until.isBefore(day);
        return begun && !over && status != Status.PAUSED;
    }
}
