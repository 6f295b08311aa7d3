package fr.syaga.facturation.recurrence.detection;

/**
 * An invoice taken as that of one due month.
 *
 * @param dueMonth the due month, counted as in {@link Months}
 * @param bundled true when it was billed together with another month's invoice, so its day says nothing about the calendar
 */
record BilledOccurrence(int dueMonth, StandingInvoice invoice, boolean bundled) {

    /** Days from the due date of a calendar on that day of the month to the invoice; negative when it came early. */
    int daysFrom(int dayOfMonth) {
        return (int) (invoice.epochDay - Months.epochDay(dueMonth, dayOfMonth));
    }

    /** How near the due date of a calendar on that day of the month it is. */
    BillingModel.Timing timing(int dayOfMonth) {
        return BillingModel.Timing.of(invoice.issuedOn, daysFrom(dayOfMonth));
    }
}
