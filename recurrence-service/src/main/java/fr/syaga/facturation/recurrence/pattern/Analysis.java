package fr.syaga.facturation.recurrence.pattern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One look at the whole history as of a day. Patterns are those of the latest one. */
@Entity
class Analysis {

    @Id
    private UUID id;

    private LocalDate asOf;
    private long documents;
    private int customers;
    private Instant createdAt;

    protected Analysis() {}

    Analysis(LocalDate asOf, long documents, int customers) {
        this.id = UUID.randomUUID();
        this.asOf = asOf;
        this.documents = documents;
        this.customers = customers;
        this.createdAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    LocalDate asOf() {
        return asOf;
    }

    long documents() {
        return documents;
    }

    int customers() {
        return customers;
    }
}
