package fr.syaga.facturation.invoice.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One import of Oxygène's list that happened, and whether it was taken back. */
@Entity
class ListImport {

    @Id
    private UUID id;

    private String file;
    private long imported;
    private long updated;
    private long numbersLearnt;
    private Instant createdAt = Instant.now();
    private Instant undoneAt;

    protected ListImport() {}

    ListImport(ImportReport report) {
        this.id = report.id();
        this.file = report.file();
        this.imported = report.imported();
        this.updated = report.updated();
        this.numbersLearnt = report.numbersLearnt();
    }

    /** True when it changed documents that were there before: such changes cannot be taken back by removing documents. */
    boolean changedOthers() {
        return updated > 0 || numbersLearnt > 0;
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    void undone() {
        undoneAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    String file() {
        return file;
    }

    long imported() {
        return imported;
    }

    long updated() {
        return updated;
    }

    long numbersLearnt() {
        return numbersLearnt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant undoneAt() {
        return undoneAt;
    }
}
