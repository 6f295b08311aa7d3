package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A net price and the date of the first invoice that asked for it. */
public record PricePoint(LocalDate from, BigDecimal netAmount) {}
