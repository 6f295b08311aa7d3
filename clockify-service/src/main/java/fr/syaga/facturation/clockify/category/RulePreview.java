package fr.syaga.facturation.clockify.category;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/**
 * What other rules would do to a month, before they do it.
 *
 * @param billed entries that belong to a draft and would not move
 * @param netChange how much more or less would be billed, as an estimate
 */
record RulePreview(
        YearMonth month, int entries, int billed, List<Change> changes, BigDecimal netChange, Instant contractsAsOf) {

    /** One entry that would move. */
    record Change(
            UUID entryId,
            LocalDate day,
            String clientName,
            String projectName,
            String description,
            long seconds,
            Category from,
            Category to,
            String rule,
            String reason) {}

    static RulePreview of(
            YearMonth month, List<TimeEntry> entries, Categoriser proposed, PriceList prices, Instant contractsAsOf) {
        List<Change> changes = new ArrayList<>();
        BigDecimal netChange = BigDecimal.ZERO;
        Map<TimeEntry, Verdict> verdicts = proposed.verdicts(entries);
        for (TimeEntry entry : entries) {
            Verdict verdict = verdicts.get(entry);
            if (!entry.isBilled() && verdict.category() != entry.category()) {
                changes.add(change(entry, verdict));
                netChange =
                        netChange.add(Worth.amountAs(entry, verdict, prices)).subtract(Worth.amount(entry, prices));
            }
        }
        int billed = (int) entries.stream().filter(TimeEntry::isBilled).count();
        changes.sort(Comparator.comparing(Change::day).thenComparing(Change::entryId));
        return new RulePreview(month, entries.size(), billed, changes, netChange.setScale(2), contractsAsOf);
    }

    private static Change change(TimeEntry entry, Verdict verdict) {
        return new Change(
                entry.id(),
                entry.day(),
                entry.details().clientName(),
                entry.details().projectName(),
                entry.details().description(),
                entry.seconds(),
                entry.category(),
                verdict.category(),
                verdict.rule(),
                verdict.reason());
    }
}
