package fr.syaga.facturation.recurrence.term;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/** A time without invoices: from its first day up to, and without, the day on which the contract goes on. */
@Embeddable
public class Pause {

    private LocalDate pausedFrom;
    private LocalDate resumedOn;
    private String reason;
    private String resumeReason;

    protected Pause() {}

    Pause(LocalDate pausedFrom, String reason) {
        this.pausedFrom = pausedFrom;
        this.reason = reason;
    }

    void resume(LocalDate on, String why) {
        this.resumedOn = on;
        this.resumeReason = why;
    }

    boolean isOpen() {
        return resumedOn == null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(pausedFrom) && (resumedOn == null || day.isBefore(resumedOn));
    }

    public LocalDate pausedFrom() {
        return pausedFrom;
    }

    public LocalDate resumedOn() {
        return resumedOn;
    }

    public String reason() {
        return reason;
    }

    public String resumeReason() {
        return resumeReason;
    }
}
