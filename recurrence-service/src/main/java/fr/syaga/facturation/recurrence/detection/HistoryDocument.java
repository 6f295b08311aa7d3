package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;

/**
 * One invoice or credit note of a customer's history.
 *
 * @param number the legal number, or what stands for it; proves the pattern to a reader
 * @param netCents the net amount in cents; negative for a credit note
 */
public record HistoryDocument(String number, LocalDate issuedOn, long netCents) {}
