package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.recurrence.schedule.Schedule;
import fr.syaga.facturation.recurrence.term.Gap;

/** Changes a contract by whatever door, and keeps the months that its calendar before asked for and the one after does not. */
@ApplicationScoped
public class CalendarChange {

    private final CoveredMonths covered;
    private final DecidedMonths decided;

    CalendarChange(CoveredMonths covered, DecidedMonths decided) {
        this.covered = covered;
        this.decided = decided;
    }

    /** Makes the change; inside a transaction. */
    public void make(Contract contract, Runnable change) {
        Schedule before = contract.schedule();
        Map<YearMonth, BigDecimal> left = covered.asked(contract);
        change.run();
        if (!contract.schedule().equals(before)) {
            left.keySet().removeAll(covered.covered(contract));
            left.keySet().removeIf(month -> !contract.stands(month.atDay(1)));
            contract.leaves(left);
        }
    }

    /** The months that nothing covers and nobody decided about, the oldest first; inside a transaction. */
    public List<YearMonth> uncovered(Contract contract) {
        return covered.open(contract).stream()
                .filter(gap -> !decided.isDecided(contract, gap))
                .map(Gap::month)
                .toList();
    }
}
