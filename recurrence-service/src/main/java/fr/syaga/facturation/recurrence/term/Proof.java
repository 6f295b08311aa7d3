package fr.syaga.facturation.recurrence.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;

import fr.syaga.facturation.recurrence.schedule.Schedule;

/**
 * What the history says of a contract: what was billed is what was agreed.
 *
 * @param billFrom the first due date that is not billed yet
 * @param prices by the day from which each held, the last one billed among them
 */
public record Proof(
        UUID patternId,
        Schedule schedule,
        LocalDate since,
        LocalDate billFrom,
        SortedMap<LocalDate, BigDecimal> prices) {}
