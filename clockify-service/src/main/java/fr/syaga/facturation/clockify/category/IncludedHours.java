package fr.syaga.facturation.clockify.category;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/**
 * The hours that a customer's contracts include in a month: FORFAIT time uses them up in the order of time, and what is over is
 * FACTURABLE, to the second. Billed time and a person's choice stand still, but use hours up all the same.
 */
final class IncludedHours {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final ContractBook contracts;

    IncludedHours(ContractBook contracts) {
        this.contracts = contracts;
    }

    /** @param verdicts of all entries of one month or several, each on its own; what is over changes its verdict here */
    void useUp(Map<TimeEntry, Verdict> verdicts) {
        Map<Pool, Long> left = new HashMap<>();
        verdicts.keySet().stream()
                .filter(TimeEntry::isBilled)
                .filter(entry -> entry.contractSeconds() > 0)
                .forEach(entry -> take(left, Pool.of(entry, entry.verdict()), entry.forfaitSeconds()));
        List<TimeEntry> free = verdicts.keySet().stream()
                .filter(entry -> !entry.isBilled() && verdicts.get(entry).category() == Category.FORFAIT)
                .sorted(Comparator.comparing(TimeEntry::startedAt).thenComparing(TimeEntry::id))
                .toList();
        for (TimeEntry entry : free) {
            Verdict alone = verdicts.get(entry);
            Long covered = take(left, Pool.of(entry, alone), entry.seconds());
            boolean chosen =
                    entry.choice().filter(choice -> choice.category() != null).isPresent();
            if (covered != null && covered < entry.seconds() && !chosen) {
                verdicts.put(entry, alone.overrun(covered));
            }
        }
    }

    /** So much of the time is covered; null when the contracts say nothing of hours and cover all of it. */
    private Long take(Map<Pool, Long> left, Pool pool, long seconds) {
        Long rest = left.computeIfAbsent(pool, this::seconds);
        if (rest == null) {
            return null;
        }
        long covered = Math.min(rest, seconds);
        left.put(pool, rest - covered);
        return covered;
    }

    private Long seconds(Pool pool) {
        return contracts
                .includedHours(pool.customerCode(), pool.month())
                .map(hours -> hours.multiply(SECONDS_PER_HOUR).longValue())
                .orElse(null);
    }

    /** What is shared: the hours of one customer in one month. */
    private record Pool(String customerCode, YearMonth month) {

        private static Pool of(TimeEntry entry, Verdict verdict) {
            return new Pool(verdict.customerCode(), YearMonth.from(entry.day()));
        }
    }
}
