package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.recurrence.term.ReplacedAsAWhole;

/**
 * One pass over what is due. What was due is what it made, what existed, what failed and what remained when it was broken off;
 * running again changes nothing that is made.
 */
@Entity
class Run {

    /** A run is incomplete when something failed or the neighbour died half way; running again completes it. */
    enum Status {
        RUNNING,
        DONE,
        INCOMPLETE
    }

    @Id
    private UUID id;

    private LocalDate dueFrom;
    private LocalDate dueTo;
    private UUID previewId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int due;
    private int created;
    private int existing;
    private int failed;
    private BigDecimal totalNet;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedAsAWhole.class)
    private List<RunTally.Failure> failures;

    private Instant startedAt;
    private Instant endedAt;

    protected Run() {}

    Run(LocalDate dueFrom, LocalDate dueTo, UUID previewId, RunTally tally) {
        this.id = UUID.randomUUID();
        this.dueFrom = dueFrom;
        this.dueTo = dueTo;
        this.previewId = previewId;
        this.status = Status.RUNNING;
        this.startedAt = Instant.now();
        count(tally);
    }

    /** It is over: done when everything due is invoiced. */
    void end(RunTally tally) {
        count(tally);
        this.status = tally.failed().isEmpty() && tally.remaining() == 0 ? Status.DONE : Status.INCOMPLETE;
        // As the database keeps it: the answer is the same when asked again.
        this.endedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void count(RunTally tally) {
        this.due = tally.due();
        this.created = tally.created();
        this.existing = tally.existing();
        this.failures = tally.failed();
        this.failed = failures.size();
        this.totalNet = tally.totalNet();
    }

    UUID id() {
        return id;
    }

    LocalDate dueFrom() {
        return dueFrom;
    }

    LocalDate dueTo() {
        return dueTo;
    }

    UUID previewId() {
        return previewId;
    }

    Status status() {
        return status;
    }

    int due() {
        return due;
    }

    int created() {
        return created;
    }

    int existing() {
        return existing;
    }

    int failed() {
        return failed;
    }

    List<RunTally.Failure> failures() {
        return failures;
    }

    int remaining() {
        return due - created - existing - failed;
    }

    BigDecimal totalNet() {
        return totalNet;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
