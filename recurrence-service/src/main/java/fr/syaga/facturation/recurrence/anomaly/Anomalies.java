package fr.syaga.facturation.recurrence.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.ReadOnlyTransaction;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.detection.Leak;
import fr.syaga.facturation.recurrence.overrun.Overruns;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.plan.Coverage;
import fr.syaga.facturation.recurrence.plan.Plan;
import fr.syaga.facturation.recurrence.plan.Planned;

/** Finds where contracts and invoices disagree: in the history of the latest analysis, and in what is due since. */
@ApplicationScoped
class Anomalies {

    private final Patterns patterns;
    private final Plan plan;
    private final Contracts contracts;
    private final Overruns overruns;
    private final Coverage coverage;
    private final Resolutions resolutions;
    private final ReadOnlyTransaction reading;

    Anomalies(
            Patterns patterns,
            Plan plan,
            Contracts contracts,
            Overruns overruns,
            Coverage coverage,
            Resolutions resolutions,
            ReadOnlyTransaction reading) {
        this.reading = reading;
        this.overruns = overruns;
        this.coverage = coverage;
        this.contracts = contracts;
        this.patterns = patterns;
        this.plan = plan;
        this.resolutions = resolutions;
    }

    /** Those that nobody dealt with yet. */
    AnomalyReport open(LocalDate asOf) {
        overruns.ask();
        return known(asOf);
    }

    /** The same as far as invoice-service told before. */
    AnomalyReport known(LocalDate asOf) {
        return reading.of(() -> AnomalyReport.of(
                asOf,
                all(asOf).stream().filter(each -> each.resolution() == null).toList()));
    }

    /** Those of which a person said that they are dealt with. */
    AnomalyReport resolved(LocalDate asOf) {
        return reading.of(() -> AnomalyReport.of(
                asOf,
                all(asOf).stream().filter(each -> each.resolution() != null).toList()));
    }

    /**
     * Takes a person's word that an anomaly is dealt with; said again, nothing changes.
     *
     * @throws Rejection 404 when there is none of that id, 409 when it is something due, which is to be billed or skipped
     */
    @Transactional
    Anomaly resolve(UUID id, ResolutionView said, LocalDate today) {
        Anomaly anomaly = get(id, today);
        if (!anomaly.resolvable()) {
            throw Rejection.conflict(
                    "anomaly-is-due",
                    "What is due on %s is still to be invoiced: run it, or skip it with a reason."
                            .formatted(anomaly.dueOn()));
        }
        resolutions.keep(id, said);
        return get(id, today);
    }

    /** Takes that word back. */
    @Transactional
    Anomaly reopen(UUID id, LocalDate today) {
        get(id, today);
        resolutions.deleteById(id);
        return get(id, today);
    }

    private Anomaly get(UUID id, LocalDate today) {
        return all(today).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("anomaly", id));
    }

    private List<Anomaly> all(LocalDate day) {
        List<FoundPattern> standing = patterns.latestStanding();
        List<Contract> all = contracts.inOrder();
        List<Planned> unsettled = plan.unsettledUpTo(all, day);
        List<Anomaly> found = new ArrayList<>(leaks(standing, day));
        unsettled.stream().filter(Planned::isOpen).forEach(each -> found.add(Anomaly.notInvoiced(each, day)));
        unsettled.stream().filter(Planned::isOffTheContract).forEach(each -> found.add(Anomaly.offTheContract(each)));
        List<FoundPattern> open =
                standing.stream().filter(each -> each.contractId() == null).toList();
        found.addAll(DoubleContracts.among(all, open, day));
        for (Contract contract : contracts.withGaps()) {
            coverage.open(contract).forEach(gap -> found.add(Uncovered.of(contract, gap)));
        }
        overruns.open().forEach(each -> found.add(BeyondEnd.of(each)));
        Map<UUID, ResolutionView> said = resolutions.byAnomaly();
        return found.stream().map(each -> each.resolved(said.get(each.id()))).toList();
    }

    private List<Anomaly> leaks(List<FoundPattern> standing, LocalDate day) {
        List<FoundPattern> leaking =
                standing.stream().filter(each -> !each.leaks().isEmpty()).toList();
        Map<UUID, List<Planned>> planned = plan.upTo(
                day,
                leaking.stream()
                        .map(FoundPattern::contractId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return leaking.stream()
                .flatMap(pattern -> pattern.leaks().stream()
                        .filter(leak -> !leak.dueOn().isAfter(day))
                        .filter(leak -> !isKnown(leak, planned.getOrDefault(pattern.contractId(), List.of())))
                        .map(leak -> Anomaly.of(pattern, leak)))
                .toList();
    }

    /** Since a contract is invoiced by us, we know better than its history whether a month is missing, was skipped or is off. */
    private static boolean isKnown(Leak leak, List<Planned> ofTheContract) {
        return ofTheContract.stream()
                .filter(each -> each.invoice().period().contains(leak.dueOn()))
                .anyMatch(each ->
                        leak.kind() == Leak.Kind.MISSING || leak.kind() == Leak.Kind.AMOUNT && each.isOffTheContract());
    }
}
