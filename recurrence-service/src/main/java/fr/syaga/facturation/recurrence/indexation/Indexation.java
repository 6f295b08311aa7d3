package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.term.Price;

/**
 * New prices for many contracts from a day on. It is a proposal until a person applies it, and applied once: the old price is the
 * one that holds on the day before, so an indexation is never computed on top of itself.
 */
@Entity
class Indexation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    @Id
    private UUID id;

    private LocalDate holdsFrom;

    @Embedded
    private Revision revision;

    @Enumerated(EnumType.STRING)
    private IndexationStatus status;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "indexed_contract", joinColumns = @JoinColumn(name = "indexation_id"))
    private List<IndexedContract> contracts = new ArrayList<>();

    private Instant createdAt;
    private Instant appliedAt;

    protected Indexation() {}

    Indexation(LocalDate holdsFrom, Revision revision) {
        this.id = UUID.randomUUID();
        this.holdsFrom = holdsFrom;
        this.revision = revision;
        this.status = IndexationStatus.PROPOSED;
        this.createdAt = Instant.now();
    }

    /**
     * Takes a contract in, or leaves it out and says why.
     *
     * @param indexedTo the latest month of the same index to which the contract was indexed already; null when it was not
     */
    void consider(Contract contract, LocalDate indexedTo) {
        BigDecimal oldNet = contract.priceOn(dayBefore());
        contracts.add(new IndexedContract(
                contract.id(),
                contract.customerCode(),
                contract.label(),
                contract.schedule().periodicity().perYear(),
                oldNet,
                revision.of(oldNet),
                reasonToLeaveOut(contract, indexedTo)));
    }

    private String reasonToLeaveOut(Contract contract, LocalDate indexedTo) {
        if (!contract.goesOnAfter(dayBefore())) {
            return "Le contrat se termine avant le %s.".formatted(DAY.format(holdsFrom));
        }
        if (!contract.since().isBefore(holdsFrom)) {
            return "Le contrat commence le %s, à son prix d'alors.".formatted(DAY.format(contract.since()));
        }
        if (indexedTo != null && !indexedTo.isBefore(revision.newMonth())) {
            return "Le contrat est déjà indexé sur la valeur de %s.".formatted(MONTH.format(indexedTo));
        }
        return contract.prices().stream()
                .filter(price -> price.holdsFrom().equals(holdsFrom))
                .findFirst()
                .map(price -> String.format(
                        Locale.FRENCH,
                        "Un prix de %.2f € est déjà fixé au %s.",
                        price.netAmount(),
                        DAY.format(holdsFrom)))
                .orElse(null);
    }

    /**
     * Sets the new prices, all or none; applied again, nothing changes.
     *
     * @param current all its contracts that change, by id, locked
     */
    void apply(Map<UUID, Contract> current) {
        if (status == IndexationStatus.APPLIED) {
            return;
        }
        List<String> outdated = changing().stream()
                .filter(each -> !isAsPreviewed(current.get(each.contractId()), each))
                .map(each -> "%s (contract %s)".formatted(each.customerCode(), each.contractId()))
                .sorted()
                .toList();
        if (!outdated.isEmpty()) {
            throw Rejection.conflict(
                    "indexation-is-outdated",
                    "Nothing was changed: since the preview prices changed of %s. Propose the indexation again."
                            .formatted(String.join(", ", outdated)));
        }
        changing().forEach(each -> current.get(each.contractId()).changePrice(holdsFrom, each.newNet()));
        status = IndexationStatus.APPLIED;
        // As the database keeps it: the answer is the same when asked again.
        appliedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private boolean isAsPreviewed(Contract contract, IndexedContract previewed) {
        return contract.priceOn(dayBefore()).compareTo(previewed.oldNet()) == 0
                && contract.prices().stream().map(Price::holdsFrom).noneMatch(holdsFrom::equals);
    }

    private LocalDate dayBefore() {
        return holdsFrom.minusDays(1);
    }

    /** The contracts whose price changes, by customer. */
    List<IndexedContract> changing() {
        return inOrder().filter(IndexedContract::changes).toList();
    }

    List<IndexedContract> leftOut() {
        return inOrder().filter(each -> !each.changes()).toList();
    }

    private Stream<IndexedContract> inOrder() {
        return contracts.stream()
                .sorted(Comparator.comparing(IndexedContract::customerCode).thenComparing(IndexedContract::contractId));
    }

    UUID id() {
        return id;
    }

    LocalDate holdsFrom() {
        return holdsFrom;
    }

    Revision revision() {
        return revision;
    }

    IndexationStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant appliedAt() {
        return appliedAt;
    }
}
