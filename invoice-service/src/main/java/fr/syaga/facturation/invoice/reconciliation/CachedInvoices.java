package fr.syaga.facturation.invoice.reconciliation;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All rows of the cache, by number. */
@ApplicationScoped
class CachedInvoices implements PanacheRepositoryBase<CachedInvoice, String> {

    /** Every designation, taken apart. */
    List<Designation> designations() {
        return listAll().stream()
                .map(row -> row.said().designation())
                .filter(Objects::nonNull)
                .map(Designation::parse)
                .toList();
    }

    List<CachedInvoice> inOrder() {
        return list("order by number");
    }
}
