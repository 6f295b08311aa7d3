package fr.syaga.facturation.export.register;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The register. */
@ApplicationScoped
public class RegisterEntries implements PanacheRepositoryBase<RegisterEntry, Long> {

    private static final int IDS_A_QUERY = 10_000;

    /** So many keys that no document ever had, each greater than the one before; one that is drawn and not used is lost. */
    public List<Long> nextKeys(int count) {
        return getEntityManager()
                .createNativeQuery("select nextval('oxygene_key') from generate_series(1, ?1)", Long.class)
                .setParameter(1, count)
                .getResultStream()
                .map(Long.class::cast)
                .sorted()
                .toList();
    }

    /** The latest departure of each of these invoices, by invoice; those that never left are absent. */
    public Map<UUID, RegisterEntry> ofInvoices(List<UUID> invoices) {
        Map<UUID, RegisterEntry> latest = new HashMap<>();
        for (int from = 0; from < invoices.size(); from += IDS_A_QUERY) {
            List<UUID> some = invoices.subList(from, Math.min(from + IDS_A_QUERY, invoices.size()));
            this.<RegisterEntry>list("invoiceId in ?1 order by keyNumber", some)
                    .forEach(departure -> latest.put(departure.invoiceId(), departure));
        }
        return latest;
    }

    public List<RegisterEntry> ofExport(UUID exportId) {
        return list("exportId = ?1 order by keyNumber", exportId);
    }

    /** The file of this export is whole: its documents have left. */
    public void left(UUID exportId, String fileName, String sha256, String user, Instant now) {
        update(
                "fileName = ?2, sha256 = ?3, leftBy = ?4, leftAt = ?5 where exportId = ?1",
                exportId,
                fileName,
                sha256,
                user,
                now);
    }

    /** What left, oldest key first; null does not restrict. */
    List<RegisterEntry> gone(long afterKey, UUID invoice, UUID export, int most) {
        return find(
                        "leftAt is not null and keyNumber > ?1 and (?2 is null or invoiceId = ?2)"
                                + " and (?3 is null or exportId = ?3) order by keyNumber",
                        afterKey,
                        invoice,
                        export)
                .page(0, most)
                .list();
    }

    /** Takes back what was to leave in a file that came to nothing; its keys stay spent. */
    public void release(UUID exportId) {
        delete("exportId", exportId);
    }

    /** Takes back these of them alone. */
    public void release(UUID exportId, Collection<UUID> invoices) {
        delete("exportId = ?1 and invoiceId in ?2", exportId, invoices);
    }

    /** Remembers of which invoice-service knows that they left. */
    public void mark(UUID exportId, Collection<UUID> invoices, Instant now) {
        List<UUID> marked = List.copyOf(invoices);
        for (int from = 0; from < marked.size(); from += IDS_A_QUERY) {
            update(
                    "markedAt = ?2 where exportId = ?1 and markedAt is null and invoiceId in ?3",
                    exportId,
                    now,
                    marked.subList(from, Math.min(from + IDS_A_QUERY, marked.size())));
        }
    }
}
