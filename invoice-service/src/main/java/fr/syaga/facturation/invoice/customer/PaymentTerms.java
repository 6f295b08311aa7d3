package fr.syaga.facturation.invoice.customer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import fr.syaga.facturation.edge.Rejection;

/**
 * When an invoice is to be paid: so many days after its date, then perhaps the end of that month, then perhaps a day of the
 * month that follows. The due date is always a real date (C. com. L. 441-9).
 *
 * @param day 1 to 31, only with {@code endOfMonth}: the day of the month after it; null for the end of the month itself
 */
@Embeddable
public record PaymentTerms(
        @Column(name = "payment_days") int days,
        @Column(name = "payment_end_of_month") boolean endOfMonth,
        @Column(name = "payment_day") Integer day) {

    /** What the law supposes when nothing was agreed (C. com. L. 441-10 I). */
    public static final PaymentTerms THIRTY_DAYS = new PaymentTerms(30, false, null);

    private static final int LONGEST_NET = 60;
    private static final int LONGEST_END_OF_MONTH = 45;

    /** A periodic invoice (CGI 289 I-3: the services of a month together) knows no end of month. */
    private static final int LONGEST_PERIODIC = 45;

    /** @throws Rejection 400 when the terms exceed the legal ceiling of their case (C. com. L. 441-10 I) */
    public PaymentTerms {
        if (days < 0) {
            throw Rejection.invalid("paymentTerms.days", "must not be negative");
        }
        if (!endOfMonth && days > LONGEST_NET) {
            throw Rejection.invalid("paymentTerms.days", "the law allows 60 days from the invoice date at most");
        }
        if (endOfMonth && days > LONGEST_END_OF_MONTH) {
            throw Rejection.invalid("paymentTerms.days", "the law allows 45 days end of month at most");
        }
        if (day != null && (!endOfMonth || day < 1 || day > 31)) {
            throw Rejection.invalid("paymentTerms.day", "is a day of the month, 1 to 31, and goes with endOfMonth");
        }
        if (day != null && days + day > LONGEST_END_OF_MONTH) {
            throw Rejection.invalid("paymentTerms.day", "the law allows 45 days end of month at most");
        }
    }

    /** The last day on which an invoice of this date is paid in time. */
    public LocalDate dueOn(LocalDate issuedOn) {
        LocalDate after = issuedOn.plus(days, ChronoUnit.DAYS);
        if (!endOfMonth) {
            return after;
        }
        if (day == null) {
            return YearMonth.from(after).atEndOfMonth();
        }
        YearMonth next = YearMonth.from(after).plusMonths(1);
        return next.atDay(Math.min(day, next.lengthOfMonth()));
    }

    /** The same for a periodic invoice, whose term the law cuts at 45 days from its date whatever was agreed. */
    public LocalDate dueOnWhenPeriodic(LocalDate issuedOn) {
        return Collections.min(List.of(dueOn(issuedOn), latest(issuedOn, true)));
    }

    /**
     * The latest due date that the law allows an invoice of this date: 60 days after it, or 45 days and the end of the month in
     * whichever order (both readings are in use); 45 days for a periodic invoice (C. com. L. 441-10 I).
     */
    public static LocalDate latest(LocalDate issuedOn, boolean periodic) {
        LocalDate fortyFiveDays = issuedOn.plusDays(LONGEST_END_OF_MONTH);
        return periodic
                ? issuedOn.plusDays(LONGEST_PERIODIC)
                : Collections.max(List.of(
                        issuedOn.plusDays(LONGEST_NET),
                        YearMonth.from(fortyFiveDays).atEndOfMonth(),
                        YearMonth.from(issuedOn).atEndOfMonth().plusDays(LONGEST_END_OF_MONTH)));
    }
}
