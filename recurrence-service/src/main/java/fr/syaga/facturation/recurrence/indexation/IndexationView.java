package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * An indexation as a person sees it before saying yes: old and new prices, and the euros a year.
 *
 * @param changeInPercent of the index or as asked; the prices themselves are rounded half up to the cent
 * @param annualIncrease of all contracts together
 */
record IndexationView(
        UUID id,
        IndexationStatus status,
        LocalDate from,
        String index,
        YearMonth baseMonth,
        BigDecimal baseValue,
        YearMonth month,
        BigDecimal value,
        BigDecimal changeInPercent,
        int count,
        BigDecimal annualOld,
        BigDecimal annualNew,
        BigDecimal annualIncrease,
        List<Item> items,
        List<LeftOut> leftOut,
        Instant createdAt,
        Instant appliedAt) {

    /** A contract whose price changes. */
    record Item(
            UUID contractId,
            String customerCode,
            String label,
            BigDecimal oldNet,
            BigDecimal newNet,
            BigDecimal annualOld,
            BigDecimal annualNew,
            BigDecimal annualIncrease) {

        static Item of(IndexedContract contract) {
            return new Item(
                    contract.contractId(),
                    contract.customerCode(),
                    contract.label(),
                    contract.oldNet(),
                    contract.newNet(),
                    contract.annualOld(),
                    contract.annualNew(),
                    contract.annualNew().subtract(contract.annualOld()));
        }
    }

    /** A contract whose price stays, and why. */
    record LeftOut(UUID contractId, String customerCode, String label, String reason) {}

    static IndexationView of(Indexation indexation) {
        Revision revision = indexation.revision();
        List<Item> items = indexation.changing().stream().map(Item::of).toList();
        BigDecimal annualOld = items.stream().map(Item::annualOld).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        BigDecimal annualNew = items.stream().map(Item::annualNew).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new IndexationView(
                indexation.id(),
                indexation.status(),
                indexation.holdsFrom(),
                revision.indexName(),
                month(revision.baseMonth()),
                revision.baseValue(),
                month(revision.newMonth()),
                revision.newValue(),
                revision.inPercent(),
                items.size(),
                annualOld,
                annualNew,
                annualNew.subtract(annualOld),
                items,
                indexation.leftOut().stream()
                        .map(each -> new LeftOut(each.contractId(), each.customerCode(), each.label(), each.leftOut()))
                        .toList(),
                indexation.createdAt(),
                indexation.appliedAt());
    }

    private static YearMonth month(LocalDate firstDay) {
        return firstDay == null ? null : YearMonth.from(firstDay);
    }
}
