package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import fr.syaga.facturation.recurrence.term.Gap;

/** Which months of a contract are invoiced, skipped or to be. Whoever runs contracts tells it: contracts know no runs. */
public interface CoveredMonths {

    /** What each month costs by the invoices that are made or planned; inside a transaction. */
    SortedMap<YearMonth, BigDecimal> asked(Contract contract);

    /** The months that are asked for or that somebody left out, further ahead than {@link #asked} looks; inside a transaction. */
    Set<YearMonth> covered(Contract contract);

    /** The months between two calendars that nothing covers, the oldest first; inside a transaction. */
    List<Gap> open(Contract contract);
}
