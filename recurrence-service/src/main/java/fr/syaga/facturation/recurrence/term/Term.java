package fr.syaga.facturation.recurrence.term;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.DueDates;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/** From when to when a contract is, and when something of it is due: never before {@code billFrom}, never after its last day. */
@Embeddable
public class Term {

    @Enumerated(EnumType.STRING)
    private Periodicity periodicity;

    private LocalDate anchorOn;
    private int dayOfMonth;
    private LocalDate since;
    private LocalDate billFrom;
    private LocalDate until;
    private String endReason;
    private boolean prorated;

    protected Term() {}

    public Term(RequestedTerm terms, LocalDate today) {
        this.billFrom = terms.billFromOr(today);
        this.since = terms.since() == null ? billFrom : terms.since();
        this.prorated = Boolean.TRUE.equals(terms.prorated());
        reschedule(terms.scheduleFrom(billFrom, 1));
        end(terms.until(), null);
    }

    public void change(RequestedTerm terms) {
        if (terms.since() != null && terms.since().isAfter(billFrom)) {
            throw Rejection.invalid("since", "is after " + billFrom + ", from which on this contract is invoiced");
        }
        this.since = terms.since() == null ? since : terms.since();
        this.prorated = terms.prorated() == null ? prorated : terms.prorated();
        if (terms.periodicity() != periodicity || terms.months() != null || terms.dayOfMonth() != null) {
            reschedule(terms.scheduleFrom(anchorOn, dayOfMonth));
        }
        end(terms.until(), terms.until() == null ? null : endReason);
    }

    /** What was billed says since when it is, and on which days. */
    public void take(Proof proof) {
        this.since = proof.since();
        this.billFrom = proof.billFrom();
        reschedule(proof.schedule());
    }

    /** It is known to be older than was written down. */
    public void beganBy(LocalDate day) {
        this.since = since.isBefore(day) ? since : day;
    }

    private void reschedule(Schedule schedule) {
        this.periodicity = schedule.periodicity();
        this.anchorOn = schedule.anchor().atDay(1);
        this.dayOfMonth = schedule.dayOfMonth();
    }

    public void moveTo(int day) {
        this.dayOfMonth = day;
    }

    public void end(LocalDate lastDay, String reason) {
        if (lastDay != null && lastDay.isBefore(since)) {
            throw Rejection.invalid("until", "is before the contract began on " + since);
        }
        this.until = lastDay;
        this.endReason = reason;
    }

    public void requireNotEndedBefore(LocalDate day) {
        if (isOverOn(day)) {
            throw Rejection.conflict(
                    "contract-has-ended",
                    "This contract ended on %s; change it without 'until' to have it go on.".formatted(until));
        }
    }

    public boolean isOverOn(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    public boolean goesOnAfter(LocalDate day) {
        return until == null || until.isAfter(day);
    }

    public Schedule schedule() {
        return new Schedule(periodicity, YearMonth.from(anchorOn), dayOfMonth);
    }

    public DueDates dueDates() {
        return new DueDates(schedule(), since, billFrom, until, prorated);
    }

    /** The day itself, or the first on which anything is invoiced. */
    public LocalDate notBeforeBillFrom(LocalDate day) {
        return day.isBefore(billFrom) ? billFrom : day;
    }

    public LocalDate nextDueOn(LocalDate today) {
        return schedule().firstOnOrAfter(notBeforeBillFrom(today));
    }

    public LocalDate since() {
        return since;
    }

    public LocalDate billFrom() {
        return billFrom;
    }

    public LocalDate until() {
        return until;
    }

    public String endReason() {
        return endReason;
    }

    public boolean isProrated() {
        return prorated;
    }
}
