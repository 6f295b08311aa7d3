package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;

/** An invoice that still stands after its credit notes. It is evidence for one candidate at most. */
final class StandingInvoice {

    final String number;
    final LocalDate issuedOn;
    final long epochDay;
    final int month;
    final int day;
    final int lastDay;
    final long cents;

    /** Its amount's place among the customer's amounts, from the smallest; see {@link Ledger}. */
    int amount;

    private long creditedCents;
    private boolean claimed;

    StandingInvoice(HistoryDocument document) {
        this.number = document.number();
        this.issuedOn = document.issuedOn();
        this.epochDay = issuedOn.toEpochDay();
        this.month = Months.of(issuedOn);
        this.day = issuedOn.getDayOfMonth();
        this.lastDay = issuedOn.lengthOfMonth();
        this.cents = document.netCents();
    }

    void creditInPart(long partCents) {
        creditedCents += partCents;
    }

    long netCents() {
        return cents - creditedCents;
    }

    boolean isFree() {
        return !claimed;
    }

    void claim() {
        claimed = true;
    }

    void release() {
        claimed = false;
    }

    /** 0 for January. */
    int monthOfYear() {
        return month % Months.A_YEAR;
    }

    boolean isOnLastDay() {
        return day == lastDay;
    }

    /** 1 to 30, or 31 for the last day of whatever month it is. */
    int dayKey() {
        return isOnLastDay() ? Months.LAST_DAY : day;
    }
}
