package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureSource;
import fr.syaga.facturation.recurrence.ReadOnlyTransaction;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.plan.Plan;
import fr.syaga.facturation.recurrence.plan.PlanState;
import fr.syaga.facturation.recurrence.plan.Planned;

/** What is due and not made, and how the last run went: the first thing to look at on any morning. */
@ApplicationScoped
class RunFigures implements FigureSource {

    private final Plan plan;
    private final PlanState state;
    private final Contracts contracts;
    private final ReadOnlyTransaction reading;
    private final Runs runs;
    private final BusinessDate businessDate;
    private final Figure dueNotCreated;
    private final Figure dueNotCreatedEuros;
    private final Figure created;
    private final Figure failed;
    private final Figure remaining;
    private final Figure seconds;
    private final Figure age;

    /** The day and the state of which the figures are. */
    private String seen;

    RunFigures(
            Plan plan,
            PlanState state,
            Contracts contracts,
            ReadOnlyTransaction reading,
            Runs runs,
            BusinessDate businessDate,
            MeterRegistry registry) {
        this.contracts = contracts;
        this.reading = reading;
        this.plan = plan;
        this.state = state;
        this.runs = runs;
        this.businessDate = businessDate;
        this.dueNotCreated = Figure.of(
                registry,
                "facturation.due.not.created",
                "Invoices of contracts that were due before today and do not exist");
        this.dueNotCreatedEuros = Figure.of(
                registry, "facturation.due.not.created.euros", "What those invoices come to, in euros without VAT");
        this.created =
                Figure.of(registry, "facturation.last.run.created", "Invoices that the last run of contracts made");
        this.failed = Figure.of(
                registry,
                "facturation.last.run.failed",
                "Occurrences that the last run of contracts could not invoice");
        this.remaining =
                Figure.of(registry, "facturation.last.run.remaining", "Occurrences that the last run did not come to");
        this.seconds = Figure.of(registry, "facturation.last.run.seconds", "How long the last run took");
        this.age = Figure.of(
                registry,
                "facturation.last.run.age.seconds",
                "Seconds since the last run began; 0 when there was none");
    }

    @Override
    public void look() {
        // What is due today is today's business: the daily run is at six.
        LocalDate day = businessDate.today().minusDays(1);
        String now = day + " " + state.now();
        if (!now.equals(seen)) {
            count(reading.of(() -> plan.unsettledUpTo(contracts.inOrder(), day)));
            seen = now;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> runs.find("endedAt is not null order by startedAt desc, id desc")
                        .firstResultOptional()
                        .ifPresent(this::tell));
    }

    private void count(List<Planned> unsettled) {
        List<Planned> missing = unsettled.stream().filter(Planned::isOpen).toList();
        dueNotCreated.set(missing.size());
        dueNotCreatedEuros.set(missing.stream().map(Planned::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void tell(Run run) {
        created.set(run.created());
        failed.set(run.failed());
        remaining.set(run.remaining());
        seconds.set(Duration.between(run.startedAt(), run.endedAt()).toMillis() / 1000.0);
        age.set(Duration.between(run.startedAt(), Instant.now()).toSeconds());
    }
}
