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

import fr.syaga.facturation.invoice.history.ImportReport.RejectedRow;

/** Takes in the SQLite cache beside the documents: words and doubtful amounts, one row a number. */
@ApplicationScoped
class CacheImport {

    private static final Logger LOG = Logger.getLogger(CacheImport.class);
    private static final int LONGEST_NUMBER = 40;

    private final CachedInvoices cached;

    CacheImport(CachedInvoices cached) {
        this.cached = cached;
    }

    /** @throws fr.syaga.facturation.edge.Rejection 422 when the file is not the cache */
    @Transactional
    CacheReport take(Path file, String name) {
        List<CacheFile.Row> rows = CacheFile.open(file).rows();
        Map<String, CachedInvoice> known =
                new HashMap<>(cached.listAll().stream().collect(Collectors.toMap(CachedInvoice::number, each -> each)));
        Set<String> seen = new HashSet<>();
        List<RejectedRow> rejected = new ArrayList<>();
        long imported = 0;
        long updated = 0;
        for (CacheFile.Row row : rows) {
            String number = number(row);
            String reason = row.unusable() != null ? row.unusable() : unusable(number, seen);
            if (reason != null) {
                rejected.add(new RejectedRow(row.line(), reason));
            } else if (!known.containsKey(number)) {
                cached.persist(new CachedInvoice(number, row.said()));
                imported++;
            } else if (known.get(number).update(row.said())) {
                updated++;
            }
        }
        standardise();
        long unchanged = rows.size() - rejected.size() - imported - updated;
        long lines = rows.stream()
                .filter(row -> row.unusable() == null)
                .mapToLong(row -> row.said().lines().size())
                .sum();
        LOG.infof("Imported cache %s: %d rows, %d new, %d updated", name, rows.size(), imported, updated);
        return new CacheReport(
                UUID.randomUUID(), name, rows.size(), imported, unchanged, updated, List.copyOf(rejected), lines);
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
        String number = row.number().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return number.isEmpty() || number.length() > LONGEST_NUMBER ? null : number;
    }
}
