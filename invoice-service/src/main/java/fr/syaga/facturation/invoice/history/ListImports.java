package fr.syaga.facturation.invoice.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All imports of the list, the newest first. */
@ApplicationScoped
class ListImports implements PanacheRepositoryBase<ListImport, UUID> {

    private static final int SHOWN = 1000;

    List<ListImport> newest() {
        return find("order by createdAt desc, id").page(0, SHOWN).list();
    }

    /** Two imports of one list at the same moment would both find a document new: the second waits. */
    void oneAtATime() {
        getEntityManager()
                .createNativeQuery("lock table list_import in share row exclusive mode")
                .executeUpdate();
    }
}
