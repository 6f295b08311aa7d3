package fr.syaga.facturation.recurrence.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** All runs, the latest first. */
@ApplicationScoped
class Runs implements PanacheRepositoryBase<Run, UUID> {

    /** No run takes nearly that long; one that seems to was running in a process that died. */
    private static final Duration LONGEST = Duration.ofHours(1);

    Run get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejection.notFound("run", id));
    }

    /** Up to {@code limit} + 1 runs after the place that a cursor stands for. */
    List<Run> after(String cursor, int limit) {
        return Page.keyOf(cursor, Place::parse)
                .map(after -> find(
                        "(startedAt, id) < (?1, ?2) order by startedAt desc, id desc", after.startedAt(), after.id()))
                .orElseGet(() -> find("order by startedAt desc, id desc"))
                .page(0, limit + 1)
                .list();
    }

    /** Runs of processes that died are told as what they are. */
    void closeAbandoned() {
        update(
                "status = ?1, endedAt = ?2 where status = ?3 and startedAt < ?4",
                Run.Status.INCOMPLETE,
                Instant.now(),
                Run.Status.RUNNING,
                Instant.now().minus(LONGEST));
    }

    static String place(Run run) {
        return run.startedAt() + "|" + run.id();
    }

    /** Where a run stands in the list. */
    private record Place(Instant startedAt, UUID id) {

        static Place parse(String text) {
            String[] parts = text.split("\\|", -1);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }
    }
}
