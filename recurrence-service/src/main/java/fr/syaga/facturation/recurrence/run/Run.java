package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** One pass over what is due. What was due is what it made, what existed and what failed; running again changes nothing. */
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

    @Enumerated(EnumType.STRING)
    private Status status;

    private int created;
    private int existing;
    private int failed;
    private BigDecimal totalNet;
    private Instant startedAt;

    protected Run() {}

    Run(LocalDate dueFrom, LocalDate dueTo) {
        this.id = UUID.randomUUID();
        this.dueFrom = dueFrom;
        this.dueTo = dueTo;
        this.status = Status.RUNNING;
        this.totalNet = BigDecimal.ZERO.setScale(2);
        this.startedAt = Instant.now();
    }

    void end(Status asWhat, RunTally tally) {
        this.status = asWhat;
        this.created = tally.created();
        this.existing = tally.existing();
        this.failed = tally.failed().size();
        this.totalNet = tally.totalNet();
    }

    UUID id() {
        return id;
    }
}
