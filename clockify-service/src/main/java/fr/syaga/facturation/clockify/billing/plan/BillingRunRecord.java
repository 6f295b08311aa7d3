package fr.syaga.facturation.clockify.billing.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a run over a month was begun, and when it came to its end. */
@Entity
@Table(name = "billing_run")
class BillingRunRecord {

    @Id
    private UUID id;

    private LocalDate month;
    private Instant startedAt;
    private Instant finishedAt;

    protected BillingRunRecord() {}

    BillingRunRecord(YearMonth month, Instant startedAt) {
        this.id = UUID.randomUUID();
        this.month = month.atDay(1);
        this.startedAt = startedAt;
    }

    void finish(Instant now) {
        finishedAt = now;
    }

    UUID id() {
        return id;
    }

    LocalDate month() {
        return month;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }
}
