package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An entry that is about to be billed.
 *
 * @param item the bill that it is locked to
 * @param hourPrice euros an hour
 */
public record Reservation(TimeEntry entry, UUID item, BigDecimal hourPrice) {}
