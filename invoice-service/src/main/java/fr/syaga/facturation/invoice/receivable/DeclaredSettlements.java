package fr.syaga.facturation.invoice.receivable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All declarations that everything before a day is paid, the newest first. */
@ApplicationScoped
class DeclaredSettlements implements PanacheRepositoryBase<DeclaredSettlement, UUID> {

    private static final int SHOWN = 1000;

    List<DeclaredSettlement> newest() {
        return find("order by createdAt desc, id").page(0, SHOWN).list();
    }

    /** The last one of that day that still stands. */
    Optional<DeclaredSettlement> standing(LocalDate before) {
        return find("before = ?1 and undoneAt is null order by createdAt desc, id", before)
                .firstResultOptional();
    }

    /** Two at the same moment would both find a document open, and an import would bring more: the second waits. */
    void oneAtATime() {
        getEntityManager()
                .createNativeQuery("lock table settlement, list_import in share row exclusive mode")
                .executeUpdate();
    }
}
