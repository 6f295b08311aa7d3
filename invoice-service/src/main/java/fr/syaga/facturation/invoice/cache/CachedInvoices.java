package fr.syaga.facturation.invoice.cache;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All rows of the cache, by number. */
@ApplicationScoped
public class CachedInvoices implements PanacheRepositoryBase<CachedInvoice, String> {

    /** Query for the numbers whose designation holds {@code :words}; part of a search for documents. */
    public static final String NUMBERS_WITH_WORDS =
            "select c.number from CachedInvoice c where cast(sql('search_vector @@ words_query(?)', :words) as Boolean) = true";

    /** Query for the numbers of documents that the cache says were sent. */
    public static final String NUMBERS_SENT = "select c.number from CachedInvoice c where c.sentOn is not null";

    /** Every designation, taken apart. */
    public List<Designation> designations() {
        return listAll().stream()
                .map(row -> row.said().designation())
                .filter(Objects::nonNull)
                .map(Designation::parse)
                .toList();
    }

    public List<CachedInvoice> inOrder() {
        return list("order by number");
    }
}
