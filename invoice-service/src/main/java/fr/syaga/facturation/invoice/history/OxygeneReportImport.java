package fr.syaga.facturation.invoice.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;

/**
 * Learns numbers from Oxygène's report of an import: our own key says exactly whose each is, so nothing has to be matched. One key
 * with two numbers, or one number with two keys, is nobody's.
 */
@ApplicationScoped
class OxygeneReportImport {

    private static final Logger LOG = Logger.getLogger(OxygeneReportImport.class);
    private static final int LONGEST_SECONDS = 3600;

    private final Invoices invoices;
    private final LearntNumbers learnt;
    private final ListImports imports;
    private final Journal journal;

    OxygeneReportImport(Invoices invoices, LearntNumbers learnt, ListImports imports, Journal journal) {
        this.invoices = invoices;
        this.learnt = learnt;
        this.imports = imports;
        this.journal = journal;
    }

    /**
     * What a report taught: {@code rows = imported + unchanged + updated + rejected}.
     *
     * @param imported invoices whose number was learnt
     * @param updated always 0: a number that is known does not change
     */
    public record Report(
            UUID id,
            String file,
            long rows,
            long imported,
            long unchanged,
            long updated,
            List<ImportReport.RejectedRow> rejected) {}

    /** The rows of one report on their way. */
    private final class Run {

        private final Map<String, List<Invoice>> byKey;
        private final Map<String, TreeMap<String, Long>> numbersOfKey = new HashMap<>();
        private final Map<String, TreeMap<String, Long>> keysOfNumber = new HashMap<>();
        private final List<ImportReport.RejectedRow> rejected = new ArrayList<>();
        private final List<Journal.Record> told = new ArrayList<>();
        private long unchanged;

        private Run(List<OxygeneReport.Row> rows) {
            rows.stream().filter(OxygeneReport.Row::isUsable).forEach(row -> {
                numbersOfKey.computeIfAbsent(row.key(), none -> new TreeMap<>()).putIfAbsent(row.number(), row.line());
                keysOfNumber
                        .computeIfAbsent(row.number(), none -> new TreeMap<>())
                        .putIfAbsent(row.key(), row.line());
            });
            byKey = invoices.exportedAs(numbersOfKey.keySet()).stream()
                    .collect(Collectors.groupingBy(Invoice::exportKey));
        }

        private void take(OxygeneReport.Row row) {
            String problem = row.isUsable() ? contradiction(row) : row.problem();
            if (problem == null) {
                problem = learn(row);
            }
            if (problem != null) {
                rejected.add(new ImportReport.RejectedRow(row.line(), problem));
            }
        }

        private String contradiction(OxygeneReport.Row row) {
            if (numbersOfKey.get(row.key()).size() > 1) {
                return "%s stands beside several numbers: %s".formatted(row.key(), places(numbersOfKey.get(row.key())));
            }
            if (keysOfNumber.get(row.number()).size() > 1) {
                return "%s stands beside several WEB_IDs: %s"
                        .formatted(row.number(), places(keysOfNumber.get(row.number())));
            }
            return null;
        }

        /** Why the number cannot be learnt; null when it is. */
        private String learn(OxygeneReport.Row row) {
            List<Invoice> found = byKey.getOrDefault(row.key(), List.of());
            if (found.size() != 1) {
                return found.isEmpty()
                        ? "no invoice left for Oxygène under the WEB_ID %s".formatted(row.key())
                        : "several invoices left for Oxygène under the WEB_ID %s".formatted(row.key());
            }
            Invoice invoice = found.get(0);
            if (row.number().equals(invoice.number())) {
                unchanged++;
                return null;
            }
            if (invoice.status() != InvoiceStatus.APPROVED) {
                return "%s is %s and bears %s already".formatted(row.key(), invoice.status(), invoice.number());
            }
            try {
                learnt.learn(invoice, row.number());
                told.add(InvoiceJournal.listed(JournalEvent.NUMBER_LEARNT, invoice));
                return null;
            } catch (Rejection e) {
                return e.getDetail();
            }
        }

        private Report report(String file, long rows) {
            return new Report(UUID.randomUUID(), file, rows, told.size(), unchanged, 0, rejected);
        }
    }

    /** @throws Rejection 409 when we are the ones who number; 422 when it is no text */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    Report take(byte[] content, String file) {
        learnt.requireOxygeneNumbers();
        List<OxygeneReport.Row> rows = OxygeneReport.rows(content);
        imports.oneAtATime();
        Run run = new Run(rows);
        rows.forEach(run::take);
        journal.write(run.told.iterator());
        Report report = run.report(file, rows.size());
        LOG.infof(
                "Learnt %d numbers from Oxygène's report %s: %d rows, %d rejected",
                report.imported(), file, report.rows(), report.rejected().size());
        return report;
    }

    private static String places(TreeMap<String, Long> lines) {
        return lines.entrySet().stream()
                .map(each -> "%s (line %d)".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
