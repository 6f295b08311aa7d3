package fr.syaga.facturation.clockify.billing.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** What was or is about to be billed. */
@ApplicationScoped
public class BillingItems implements PanacheRepositoryBase<BillingItem, UUID> {

    /** Planned and billed ones of a month, in the order of customers. */
    public List<BillingItem> live(YearMonth month) {
        return list(
                "month = ?1 and state <> ?2 order by customerCode, position, part",
                month.atDay(1),
                BillingItem.State.RELEASED);
    }

    /** All of a month, released ones too. */
    public List<BillingItem> ofMonth(YearMonth month) {
        return list("month = ?1", month.atDay(1));
    }

    /** As they are stored now, by id. */
    Map<UUID, BillingItem> mapOf(Collection<BillingItem> some) {
        return list("id in ?1", some.stream().map(BillingItem::id).toList()).stream()
                .collect(Collectors.toMap(BillingItem::id, Function.identity()));
    }

    /**
     * Free FACTURABLE time of earlier months that came too late: after the customer's bill of its month was made, or after its
     * month was billed and the customer had no time in it. A month that was never billed here may have been billed elsewhere.
     */
    List<TimeEntry> late(YearMonth before) {
        Optional<LocalDate> first = firstBilledMonth(before);
        if (first.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery(
                        "select e from TimeEntry e where e.verdict.category = :facturable and e.billed.item is null and e.billed.invoice is null"
                                + " and e.deletedAt is null and e.verdict.customerCode is not null and e.span.day >= :first and e.span.day < :start and (exists ("
                                + "select 1 from BillingItem i where i.customerCode = e.verdict.customerCode and i.state = :billed"
                                + " and year(i.month) = year(e.span.day) and month(i.month) = month(e.span.day)) or exists ("
                                + "select 1 from BillingRunRecord r where r.finishedAt is not null"
                                + " and year(r.month) = year(e.span.day) and month(r.month) = month(e.span.day)))"
                                + " order by e.span.startedAt, e.id",
                        TimeEntry.class)
                .setParameter("facturable", Category.FACTURABLE)
                .setParameter("billed", BillingItem.State.BILLED)
                .setParameter("first", first.get())
                .setParameter("start", before.atDay(1))
                .getResultList();
    }

    /** Time of earlier months than any that was billed here is not late. */
    private Optional<LocalDate> firstBilledMonth(YearMonth before) {
        return Stream.of(
                        "select min(month) from BillingItem where month < :start and state = BILLED",
                        "select min(month) from BillingRunRecord where month < :start and finishedAt is not null")
                .map(query -> getEntityManager()
                        .createQuery(query, LocalDate.class)
                        .setParameter("start", before.atDay(1))
                        .getSingleResult())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }
}
