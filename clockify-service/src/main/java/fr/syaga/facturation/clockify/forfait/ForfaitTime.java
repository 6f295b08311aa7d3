package fr.syaga.facturation.clockify.forfait;

import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** A customer's time on contracts over some months. */
record ForfaitTime(List<TimeEntry> entries) {

    /** Seconds of the month spent on the contracts, those over the included hours too. */
    long spent(YearMonth month) {
        return sum(month, TimeEntry::contractSeconds);
    }

    /** Of these the seconds that are billed by the hour. */
    long billed(YearMonth month) {
        return sum(month, TimeEntry::facturableSeconds);
    }

    private long sum(YearMonth month, ToLongFunction<TimeEntry> seconds) {
        return entries.stream()
                .filter(entry -> YearMonth.from(entry.day()).equals(month))
                .mapToLong(seconds)
                .sum();
    }
}
