package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All occurrences that a run claimed or a person skipped. */
@ApplicationScoped
public class Occurrences implements PanacheRepositoryBase<Occurrence, UUID> {

    /** What is unique about an occurrence. */
    public record Key(UUID contractId, LocalDate periodFrom) {}

    /** Those whose invoice is due between the two days, both inclusive. */
    public Map<Key, Occurrence> dueBetween(LocalDate from, LocalDate to) {
        List<Occurrence> found = list("dueOn between ?1 and ?2", from, to);
        return found.stream()
                .collect(Collectors.toMap(each -> new Key(each.contractId(), each.periodFrom()), Function.identity()));
    }

    Optional<Occurrence> of(UUID contractId, LocalDate periodFrom) {
        return find("contractId = ?1 and periodFrom = ?2", contractId, periodFrom)
                .firstResultOptional();
    }
}
