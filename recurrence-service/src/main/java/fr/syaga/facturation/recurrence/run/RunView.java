package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a run did, or what a dry one would do.
 *
 * @param status {@code DONE}, {@code INCOMPLETE} or {@code DRY_RUN}
 * @param due created, existing and failed together
 * @param totalNet of created and existing
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
        BigDecimal totalNet) {

    static RunView of(UUID id, String status, LocalDate from, LocalDate to, RunTally tally) {
        int due = tally.created() + tally.existing() + tally.failed().size();
        return new RunView(
                id, status, from, to, due, tally.created(), tally.existing(), tally.failed(), tally.totalNet());
    }
}
