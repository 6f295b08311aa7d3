package fr.syaga.facturation.invoice.reconciliation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.syaga.facturation.invoice.cache.CacheCells;
import fr.syaga.facturation.invoice.cache.CachedInvoice;

/** The lines of a cache by the id that their document has in the file, in the order that they give themselves. */
final class CachedLines {

    private final Map<Long, List<CachedInvoice.Line>> byDocument = new HashMap<>();
    private final Map<Long, Long> counts = new HashMap<>();
    private long ofNobody;

    void add(CacheCells row) throws SQLException {
        Optional<Long> document = row.id("facture_id");
        if (document.isEmpty()) {
            ofNobody++;
            return;
        }
        counts.merge(document.get(), 1L, Long::sum);
        read(row)
                .ifPresent(line -> byDocument
                        .computeIfAbsent(document.get(), none -> new ArrayList<>())
                        .add(line));
    }

    /** A line whose cells cannot be read is left out; its document keeps the others. */
    private static Optional<CachedInvoice.Line> read(CacheCells row) throws SQLException {
        try {
            return Optional.of(new CachedInvoice.Line(
                    row.text("reference"),
                    row.text("designation"),
                    row.quantity("quantite"),
                    row.quantity("prix_unitaire"),
                    row.amount("montant_ht")));
        } catch (CacheCells.Unreadable e) {
            return Optional.empty();
        }
    }

    /** The lines of a document, which from here on are nobody else's. */
    List<CachedInvoice.Line> take(long document) {
        counts.remove(document);
        return byDocument.getOrDefault(document, List.of());
    }

    /** Lines of no document that was asked for, those without any included. */
    long left() {
        return ofNobody + counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
