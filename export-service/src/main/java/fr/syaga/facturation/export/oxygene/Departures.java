package fr.syaga.facturation.export.oxygene;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The register. */
@ApplicationScoped
public class Departures implements PanacheRepositoryBase<Departure, Long> {

    private static final int IDS_A_QUERY = 10_000;

    /** A key that no document ever had; one that is drawn and not used is lost. */
    public long nextKey() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('oxygene_key')")
                        .getSingleResult())
                .longValue();
    }

    /** The latest departure of each of these invoices, by invoice; those that never left are absent. */
    public Map<UUID, Departure> ofInvoices(List<UUID> invoices) {
        Map<UUID, Departure> latest = new HashMap<>();
        for (int from = 0; from < invoices.size(); from += IDS_A_QUERY) {
            List<UUID> some = invoices.subList(from, Math.min(from + IDS_A_QUERY, invoices.size()));
            this.<Departure>list("invoiceId in ?1 order by keyNumber", some)
                    .forEach(departure -> latest.put(departure.invoiceId(), departure));
        }
        return latest;
    }

    public List<Departure> ofExport(UUID exportId) {
        return list("exportId = ?1 order by keyNumber", exportId);
    }

    /** The file of this export is whole: its documents have left. */
    public void left(UUID exportId, String fileName, String sha256, String user, Instant now) {
        ofExport(exportId).forEach(departure -> departure.leave(fileName, sha256, user, now));
    }

    /** What left, oldest key first; null does not restrict. */
    List<Departure> gone(long afterKey, UUID invoice, UUID export, int most) {
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

    public void mark(UUID exportId, Collection<UUID> invoices, Instant now) {
        Set<UUID> marked = Set.copyOf(invoices);
        ofExport(exportId).stream()
                .filter(departure -> marked.contains(departure.invoiceId()))
                .forEach(departure -> departure.mark(now));
    }
}
