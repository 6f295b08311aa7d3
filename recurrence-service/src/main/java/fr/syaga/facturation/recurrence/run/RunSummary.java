package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A run in the list of runs: what was due is created, existing, failed and remaining together. */
record RunSummary(
        UUID id,
        String status,
        LocalDate from,
        LocalDate to,
        int due,
        int created,
        int existing,
        int failed,
        int remaining,
        BigDecimal totalNet,
        Instant startedAt,
        Instant endedAt) {

    static RunSummary of(Run run) {
        return new RunSummary(
                run.id(),
                run.status().name(),
                run.dueFrom(),
                run.dueTo(),
                run.due(),
                run.created(),
                run.existing(),
                run.failed(),
                run.remaining(),
                run.totalNet(),
                run.startedAt(),
                run.endedAt());
    }
}
