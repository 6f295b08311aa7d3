package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import fr.syaga.facturation.invoice.money.Money;

/**
 * A person's word that everything issued before a day is paid. It stands as payments of that person's on each document that was
 * open, until it is taken back with a reason.
 */
@Entity
@Table(name = "settlement")
class DeclaredSettlement {

    @Id
    private UUID id;

    private LocalDate before;
    private String reason;
    private long invoices;
    private long creditNotes;
    private BigDecimal amount;
    private long journalEntry;
    private String declaredBy;
    private Instant createdAt = Instant.now();
    private Instant undoneAt;
    private String undoReason;

    protected DeclaredSettlement() {}

    DeclaredSettlement(UUID id, LocalDate before, String reason, String declaredBy, OpenSum open) {
        this.id = id;
        this.before = before;
        this.reason = reason;
        this.declaredBy = declaredBy;
        this.invoices = open.invoices();
        this.creditNotes = open.creditNotes();
        this.amount = open.amount().amount();
    }

    void journalled(long entry) {
        journalEntry = entry;
    }

    void undone(String why) {
        undoneAt = Instant.now();
        undoReason = why;
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    UUID id() {
        return id;
    }

    LocalDate before() {
        return before;
    }

    /** As the payments that it made are entered: the day before, so that they were there on the day that it speaks of. */
    LocalDate paidOn() {
        return before.minusDays(1);
    }

    String reason() {
        return reason;
    }

    OpenSum sum() {
        return new OpenSum(invoices, creditNotes, Money.of(amount));
    }

    long journalEntry() {
        return journalEntry;
    }

    String declaredBy() {
        return declaredBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant undoneAt() {
        return undoneAt;
    }

    String undoReason() {
        return undoReason;
    }
}
