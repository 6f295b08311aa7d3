package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.plan.Planned;
import fr.syaga.facturation.recurrence.plan.PlannedView;

/**
 * What a run did, or what a dry one would do.
 *
 * @param status {@code RUNNING}, {@code DONE}, {@code INCOMPLETE} or {@code DRY_RUN}
 * @param due what was due at its begin: created, existing, failed and remaining add up to it
 * @param remaining what a run that was broken off did not come to
 * @param totalNet of created and existing
 * @param previewToken of a dry run: a run that is given it bills exactly this or is refused
 * @param occurrences what a dry run would make and what exists; of a run, what it asked for
 */
record RunView(
        UUID id,
        String status,
        LocalDate from,
        LocalDate to,
        int due,
        int created,
        int existing,
        List<RunTally.Failure> failed,
        int remaining,
        BigDecimal totalNet,
        UUID previewToken,
        Instant startedAt,
        Instant endedAt,
        List<PlannedView> occurrences) {

    static RunView of(Run run, List<Planned> occurrences) {
        return new RunView(
                run.id(),
                run.status().name(),
                run.dueFrom(),
                run.dueTo(),
                run.due(),
                run.created(),
                run.existing(),
                run.failures(),
                run.remaining(),
                run.totalNet(),
                run.previewId(),
                run.startedAt(),
                run.endedAt(),
                occurrences.stream().map(PlannedView::of).toList());
    }

    static RunView dry(LocalDate from, LocalDate to, UUID previewToken, RunTally tally, List<Planned> plan) {
        return new RunView(
                null,
                "DRY_RUN",
                from,
                to,
                tally.due(),
                tally.created(),
                tally.existing(),
                List.of(),
                0,
                tally.totalNet(),
                previewToken,
                null,
                null,
                plan.stream().map(PlannedView::of).toList());
    }
}
