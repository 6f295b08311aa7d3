package fr.syaga.facturation.recurrence.pattern;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import fr.syaga.facturation.edge.Rejection;

/** All patterns ever found; those of the latest analysis are the ones that count. */
@ApplicationScoped
public class Patterns implements PanacheRepositoryBase<FoundPattern, UUID> {

    /** The patterns of the latest analysis, by customer. */
    public List<FoundPattern> latest() {
        return find(
                        "analysisId = (select a.id from Analysis a order by a.createdAt desc limit 1)",
                        Sort.by("customerCode").and("since").and("id"))
                .list();
    }

    /**
     * Those of the latest analysis that stand and leave something to say: an invoice is missing or wrong, or no contract stands for
     * them. By customer.
     */
    public List<FoundPattern> latestStanding() {
        return getEntityManager()
                .createNativeQuery("""
                        select * from pattern
                        where analysis_id = (select id from analysis order by created_at desc limit 1)
                            and status = 'ACTIVE' and decision <> 'REJECTED'
                            and (contract_id is null or leaks <> '[]')
                        order by customer_code, since, id""", FoundPattern.class)
                .getResultStream()
                .map(FoundPattern.class::cast)
                .toList();
    }

    /** Those of some customers. */
    public List<FoundPattern> latestOf(Collection<String> customerCodes) {
        return list(
                "analysisId = (select a.id from Analysis a order by a.createdAt desc limit 1) and customerCode in ?1"
                        + " order by customerCode, since, id",
                customerCodes);
    }

    /** The pattern that a document proves; the one with a contract if several do. */
    public Optional<FoundPattern> provenBy(String number) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from pattern where evidence @> jsonb_build_array(cast(?1 as text))"
                                + " order by contract_id nulls last, id",
                        FoundPattern.class)
                .setParameter(1, number)
                .setMaxResults(1)
                .getResultStream()
                .map(FoundPattern.class::cast)
                .findFirst();
    }

    /** Two decisions at the same moment would make two contracts of one pattern: the second waits until the first is known. */
    public void decideOneAtATime() {
        getEntityManager()
                .createNativeQuery("lock table pattern in share row exclusive mode")
                .executeUpdate();
    }

    /** The history was read, and it holds documents: what was never billed is known. */
    public boolean knowHistory() {
        return getEntityManager()
                        .createQuery("select a.documents from Analysis a order by a.createdAt desc", Long.class)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .orElse(0L)
                > 0;
    }

    FoundPattern get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejection.notFound("pattern", id));
    }
}
