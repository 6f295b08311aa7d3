package fr.syaga.facturation.clockify.rate;

import java.time.LocalDate;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;

/**
 * FACTURABLE time that is on no bill, as much of it as tells what it is worth and whose it may be.
 *
 * @param seconds that are billed by the hour
 */
public record Unbilled(EntryDetails details, String customerCode, LocalDate day, long seconds) {}
