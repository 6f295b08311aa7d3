package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.Rejection;

/** All index values that were entered. */
@ApplicationScoped
class IndexValues implements PanacheRepositoryBase<IndexValue, IndexValue.Key> {

    List<IndexValue> of(String index) {
        return list("key.indexName = ?1 order by key.month", index);
    }

    BigDecimal get(String index, YearMonth month) {
        return findByIdOptional(IndexValue.Key.of(index, month))
                .map(IndexValue::value)
                .orElseThrow(() -> Rejection.conflict(
                        "index-value-missing",
                        "There is no value of %s for %s; enter it by PUT /api/v1/indices/%s/%s."
                                .formatted(index, month, index, month)));
    }
}
