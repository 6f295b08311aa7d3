package fr.syaga.facturation.recurrence.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.CoveredMonths;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.Occurrences;
import fr.syaga.facturation.recurrence.schedule.Period;
import fr.syaga.facturation.recurrence.term.Gap;
import fr.syaga.facturation.recurrence.term.Price;

/** Tells which months of a contract its invoices stand for: those made, those planned, and those that somebody left out. */
@ApplicationScoped
public class Coverage implements CoveredMonths {

    /** From here on every calendar covers every month. */
    private static final int YEARS_AHEAD = 2;

    private final Plan plan;
    private final Occurrences occurrences;
    private final BusinessDate businessDate;

    Coverage(Plan plan, Occurrences occurrences, BusinessDate businessDate) {
        this.plan = plan;
        this.occurrences = occurrences;
        this.businessDate = businessDate;
    }

    @Override
    public SortedMap<YearMonth, BigDecimal> asked(Contract contract) {
        SortedMap<YearMonth, BigDecimal> asked = new TreeMap<>();
        for (Planned each : planned(contract, YEARS_AHEAD)) {
            if (each.isDue()) {
                List<YearMonth> months = months(each.invoice().period()).toList();
                BigDecimal share = Price.share(each.netAmount(), BigDecimal.ONE, BigDecimal.valueOf(months.size()));
                months.forEach(month -> asked.put(month, share));
            }
        }
        return asked;
    }

    @Override
    public Set<YearMonth> covered(Contract contract) {
        Set<YearMonth> covered = new HashSet<>();
        // An invoice in arrears of the longest period comes a year after the first of its months.
        planned(contract, YEARS_AHEAD + 2)
                .forEach(each -> months(each.invoice().period()).forEach(covered::add));
        occurrences.of(contract.id()).stream()
                .filter(Occurrence::isSkipped)
                .forEach(each -> months(each.asSent().period()).forEach(covered::add));
        return covered;
    }

    @Override
    public List<Gap> open(Contract contract) {
        if (contract.gaps().isEmpty()) {
            return List.of();
        }
        Set<YearMonth> covered = covered(contract);
        return contract.gaps().stream()
                .filter(gap -> !covered.contains(gap.month()) && contract.stands(gap.monthOn()))
                .toList();
    }

    private List<Planned> planned(Contract contract, int yearsAhead) {
        LocalDate today = businessDate.today();
        LocalDate start = contract.billFrom().isAfter(today) ? contract.billFrom() : today;
        return plan.of(contract, Plan.FIRST_DAY, start.plusYears(yearsAhead));
    }

    private static Stream<YearMonth> months(Period period) {
        return Stream.iterate(
                YearMonth.from(period.from()),
                month -> month.atDay(1).isBefore(period.end()),
                month -> month.plusMonths(1));
    }
}
