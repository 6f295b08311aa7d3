package fr.syaga.facturation.recurrence.contract;

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
class Term {

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

    Term(ContractTerms terms, LocalDate today) {
        this.billFrom = terms.billFromOr(today);
        this.since = terms.since() == null ? billFrom : terms.since();
        this.prorated = Boolean.TRUE.equals(terms.prorated());
        reschedule(terms.scheduleFrom(billFrom, 1));
        end(terms.until(), null);
    }

    void change(ContractTerms terms) {
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
    void take(Proof proof) {
        this.since = proof.since();
        this.billFrom = proof.billFrom();
        reschedule(proof.schedule());
    }

    /** It is known to be older than was written down. */
    void beganBy(LocalDate day) {
        this.since = since.isBefore(day) ? since : day;
    }

    private void reschedule(Schedule schedule) {
        this.periodicity = schedule.periodicity();
        this.anchorOn = schedule.anchor().atDay(1);
        this.dayOfMonth = schedule.dayOfMonth();
    }

    void moveTo(int day) {
        this.dayOfMonth = day;
    }

    void end(LocalDate lastDay, String reason) {
        if (lastDay != null && lastDay.isBefore(since)) {
            throw Rejection.invalid("until", "is before the contract began on " + since);
        }
        this.until = lastDay;
        this.endReason = reason;
    }

    void requireNotEndedBefore(LocalDate day) {
        if (isOverOn(day)) {
            throw Rejection.conflict(
                    "contract-has-ended",
                    "This contract ended on %s; change it without 'until' to have it go on.".formatted(until));
        }
    }

    boolean isOverOn(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    boolean goesOnAfter(LocalDate day) {
        return until == null || until.isAfter(day);
    }

    Schedule schedule() {
        return new Schedule(periodicity, YearMonth.from(anchorOn), dayOfMonth);
    }

    DueDates dueDates() {
        return new DueDates(schedule(), since, billFrom, until, prorated);
    }

    /** The day itself, or the first on which anything is invoiced. */
    LocalDate notBeforeBillFrom(LocalDate day) {
        return day.isBefore(billFrom) ? billFrom : day;
    }

    LocalDate nextDueOn(LocalDate today) {
        return schedule().firstOnOrAfter(notBeforeBillFrom(today));
    }

    LocalDate since() {
        return since;
    }

    LocalDate billFrom() {
        return billFrom;
    }

    LocalDate until() {
        return until;
    }

    String endReason() {
        return endReason;
    }

    boolean isProrated() {
        return prorated;
    }
}
