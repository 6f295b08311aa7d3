package fr.syaga.facturation.recurrence.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.recurrence.detection.Leak;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.run.Plan;
import fr.syaga.facturation.recurrence.run.Planned;

/** Finds where contracts and invoices disagree: in the history of the latest analysis, and in what is due since. */
@ApplicationScoped
class Anomalies {

    private final Patterns patterns;
    private final Plan plan;

    Anomalies(Patterns patterns, Plan plan) {
        this.patterns = patterns;
        this.plan = plan;
    }

    @Transactional
    AnomalyReport asOf(LocalDate day) {
        List<Planned> planned = plan.upTo(day);
        List<Anomaly> found = new ArrayList<>();
        for (FoundPattern pattern : patterns.latest()) {
            if (pattern.stands()) {
                pattern.leaks().stream()
                        .filter(leak -> !leak.dueOn().isAfter(day) && !isKnown(pattern, leak, planned))
                        .forEach(leak -> found.add(Anomaly.of(pattern, leak)));
            }
        }
        planned.stream().filter(Planned::isOpen).forEach(each -> found.add(Anomaly.notInvoiced(each, day)));
        planned.stream().filter(Planned::isOffTheContract).forEach(each -> found.add(Anomaly.offTheContract(each)));
        return AnomalyReport.of(day, found);
    }

    /** Since a contract is invoiced by us, we know better than its history whether a month is missing, was skipped or is off. */
    private static boolean isKnown(FoundPattern pattern, Leak leak, List<Planned> planned) {
        return pattern.contractId() != null
                && planned.stream()
                        .filter(each -> each.contract().id().equals(pattern.contractId())
                                && each.invoice().period().contains(leak.dueOn()))
                        .anyMatch(each -> leak.kind() == Leak.Kind.MISSING
                                || leak.kind() == Leak.Kind.AMOUNT && each.isOffTheContract());
    }
}
