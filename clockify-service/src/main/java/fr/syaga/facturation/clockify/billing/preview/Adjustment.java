package fr.syaga.facturation.clockify.billing.preview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Billed;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/**
 * Time that no longer is what was billed. It never moves silently: late time goes to the customer's next bill, a change of
 * billed time waits here for a person, who credits or leaves it.
 *
 * @param kind LATE, CHANGED, MOVED (to another customer or category) or DELETED
 * @param hours how much more (or less) than billed
 * @param netAmount what that would be worth, as an estimate
 */
public record Adjustment(
        UUID entryId,
        Kind kind,
        String customerCode,
        LocalDate day,
        String description,
        UUID billedBy,
        BigDecimal hours,
        BigDecimal netAmount) {

    /** What happened after the bill was made. */
    enum Kind {
        LATE,
        CHANGED,
        MOVED,
        DELETED
    }

    static Adjustment late(TimeEntry entry, BigDecimal hourPrice) {
        return of(entry, Kind.LATE, entry.customerCode(), entry.facturableSeconds(), hourPrice);
    }

    /** Nothing when the entry, after all, is what was billed. */
    static Optional<Adjustment> ofBilled(TimeEntry entry, Billed billed, Verdict now, PriceList prices) {
        BigDecimal rate = Worth.price(entry, prices);
        boolean moved = now.category() != Category.FACTURABLE || !Objects.equals(now.customerCode(), billed.customer());
        if (entry.isDeleted() || moved) {
            Kind kind = entry.isDeleted() ? Kind.DELETED : Kind.MOVED;
            return Optional.of(of(entry, kind, billed.customer(), -billed.seconds(), rate));
        }
        long more = entry.facturableSeconds() - billed.seconds();
        return more == 0 ? Optional.empty() : Optional.of(of(entry, Kind.CHANGED, billed.customer(), more, rate));
    }

    private static Adjustment of(TimeEntry entry, Kind kind, String customer, long seconds, BigDecimal rate) {
        return new Adjustment(
                entry.id(),
                kind,
                customer,
                entry.day(),
                entry.details().description(),
                entry.billed().map(Billed::invoice).orElse(null),
                Hours.of(seconds),
                Hours.price(seconds, rate));
    }
}
