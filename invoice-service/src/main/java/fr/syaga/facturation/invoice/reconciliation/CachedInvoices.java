package fr.syaga.facturation.invoice.reconciliation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All rows of the cache, by number. */
@ApplicationScoped
class CachedInvoices implements PanacheRepositoryBase<CachedInvoice, String> {

    List<CachedInvoice> inOrder() {
        return list("order by number");
    }
}
