package fr.syaga.facturation.recurrence.occurrence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is unique about an occurrence.
 *
 * @param periodFrom the first day of the whole months that it stands for
 */
public record OccurrenceKey(UUID contractId, LocalDate periodFrom) {}
