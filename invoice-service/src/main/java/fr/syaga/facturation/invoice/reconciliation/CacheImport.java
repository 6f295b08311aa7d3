package fr.syaga.facturation.invoice.reconciliation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.invoice.cache.CachedInvoice;
import fr.syaga.facturation.invoice.cache.CachedInvoices;
import fr.syaga.facturation.invoice.cache.Services;
import fr.syaga.facturation.invoice.history.ImportReport.RejectedRow;

/** Takes in the SQLite cache beside the documents: words, sendings and doubtful amounts, one row a number. */
@ApplicationScoped
class CacheImport {

    private static final Logger LOG = Logger.getLogger(CacheImport.class);
    private static final int LONGEST_NUMBER = 40;

    private final CachedInvoices cached;
    private final StandingCache standing;

    CacheImport(CachedInvoices cached, StandingCache standing) {
        this.cached = cached;
        this.standing = standing;
    }

    /**
     * Replaces the cache that stood before, whole: what the file no longer holds is gone.
     *
     * @throws fr.syaga.facturation.edge.Rejection 422 when the file is not the cache
     */
    @Transactional
    CacheReport take(Path file, String name) {
        CacheFile.Content content = CacheFile.open(file).content();
        standing.oneAtATime();
        Map<String, CachedInvoice> left =
                new HashMap<>(cached.listAll().stream().collect(Collectors.toMap(CachedInvoice::number, each -> each)));
        Set<String> seen = new HashSet<>();
        List<RejectedRow> rejected = new ArrayList<>();
        long imported = 0;
        long updated = 0;
        for (CacheFile.Row row : content.rows()) {
            String number = number(row);
            String reason = row.unusable() != null ? row.unusable() : unusable(number, seen);
            CachedInvoice known = reason == null ? left.remove(number) : null;
            if (reason != null) {
                rejected.add(new RejectedRow(row.line(), reason));
            } else if (known == null) {
                cached.persist(new CachedInvoice(number, row.said()));
                imported++;
            } else if (known.update(row.said())) {
                updated++;
            }
        }
        left.values().forEach(cached::delete);
        standardise();
        standing.replace(name, content.orphanLines());
        LOG.infof(
                "Imported cache %s: %d rows, %d new, %d updated, %d gone",
                name, content.rows().size(), imported, updated, left.size());
        return report(content, name, imported, updated, left.size(), rejected);
    }

    private static CacheReport report(
            CacheFile.Content content,
            String name,
            long imported,
            long updated,
            long removed,
            List<RejectedRow> rejected) {
        List<CacheFile.Row> rows = content.rows();
        long lines = rows.stream()
                .filter(row -> row.unusable() == null)
                .mapToLong(row -> row.said().lines().size())
                .sum();
        long unchanged = rows.size() - rejected.size() - imported - updated;
        return new CacheReport(
                UUID.randomUUID(),
                name,
                rows.size(),
                imported,
                unchanged,
                updated,
                removed,
                List.copyOf(rejected),
                lines,
                content.orphanLines());
    }

    /** One service has one form over the whole cache, so every row is looked at again. */
    private void standardise() {
        cached.flush();
        Services services = Services.in(cached.designations());
        cached.listAll().forEach(row -> row.standardise(services));
    }

    private static String unusable(String number, Set<String> seen) {
        if (number == null) {
            return "the row has no usable number";
        }
        return seen.add(number) ? null : number + " stands there twice";
    }

    /** The number as the ledger writes it, without spaces and in capitals; null when there is none. */
    private static String number(CacheFile.Row row) {
        if (row.number() == null) {
            return null;
        }
        String number = PlainText.withoutSpaces(row.number()).toUpperCase(Locale.ROOT);
        return number.isEmpty() || number.length() > LONGEST_NUMBER ? null : number;
    }
}
