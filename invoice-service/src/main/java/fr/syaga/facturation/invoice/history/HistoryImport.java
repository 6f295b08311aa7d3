package fr.syaga.facturation.invoice.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import org.jboss.logging.Logger;

import fr.syaga.facturation.invoice.audit.ImportedDocuments;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.customer.VatStandings;
import fr.syaga.facturation.invoice.history.ImportTally.Fate;
import fr.syaga.facturation.invoice.invoice.FreshInvoices;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.invoice.ListedDocument;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.search.InvoiceSearch;
import fr.syaga.facturation.invoice.vat.VatRates;
import fr.syaga.facturation.invoice.vat.VatTable;

/**
 * Takes in Oxygène's list: all good rows in one transaction or none. Known documents keep what they are: only payments are
 * updated, and a row that contradicts one is refused. A row that fits exactly one approved invoice of ours brings its number.
 */
@ApplicationScoped
class HistoryImport {

    private static final Logger LOG = Logger.getLogger(HistoryImport.class);
    private static final int CHUNK = 1000;
    private static final int PROGRESS = 50_000;
    private static final int LONGEST_IMPORT_SECONDS = 3600;

    private final Invoices invoices;
    private final ImportedDocuments imported;
    private final InvoiceSearch search;
    private final Customers customers;
    private final NumberMatching matching;
    private final VatRates vatRates;
    private final ListImports imports;
    private final Journal journal;
    private final VatStandings standings;
    private final EntityManager session;
    private final AgroalDataSource database;

    HistoryImport(
            Invoices invoices,
            ImportedDocuments imported,
            InvoiceSearch search,
            Customers customers,
            NumberMatching matching,
            VatRates vatRates,
            ListImports imports,
            Journal journal,
            VatStandings standings,
            EntityManager session,
            AgroalDataSource database) {
        this.invoices = invoices;
        this.imported = imported;
        this.search = search;
        this.customers = customers;
        this.matching = matching;
        this.vatRates = vatRates;
        this.imports = imports;
        this.journal = journal;
        this.standings = standings;
        this.session = session;
        this.database = database;
    }

    /** The state of one run over a file. */
    private final class Run implements AutoCloseable {

        private final UUID id = UUID.randomUUID();
        private final ImportTally tally = new ImportTally();
        private final ListedCustomers listed = new ListedCustomers(customers);
        private final NumberMatching.Claims claims = matching.claims();
        private final VatTable rates = vatRates.table();
        /** By id: the documents themselves would fill the memory when a long list comes with new payments. */
        private final List<UUID> paid = new ArrayList<>();

        private final List<Numbered> chunk = new ArrayList<>();
        private final FreshInvoices fresh = FreshInvoices.into(database);
        private long told;

        private void take(ListFile.Row row) {
            try {
                chunk.add(new Numbered(row.line(), ListRow.read(row)));
            } catch (ListRow.Unreadable e) {
                tally.rejected(row.line(), e.getMessage());
            }
            if (chunk.size() == CHUNK) {
                store();
            }
        }

        /** Compares and enters the rows of a chunk; its new documents are still underway when the next rows are read. */
        private void store() {
            fresh.await();
            List<ListedDocument> rows = chunk.stream().map(Numbered::row).toList();
            Map<String, Invoice> known = new HashMap<>();
            invoices.withNumbers(rows.stream().map(ListedDocument::number).toList())
                    .forEach(invoice -> known.put(invoice.number(), invoice));
            listed.expect(rows);
            List<Invoice> entered = new ArrayList<>();
            for (Numbered each : chunk) {
                store(each, known, entered);
            }
            invoices.flush();
            session.clear();
            fresh.send(entered);
            chunk.clear();
            if (tally.rows() / PROGRESS > told) {
                told = tally.rows() / PROGRESS;
                LOG.infof("Importing a list: %d rows so far", tally.rows());
            }
        }

        private void store(Numbered each, Map<String, Invoice> known, List<Invoice> entered) {
            ListedDocument row = each.row();
            Invoice existing = known.get(row.number());
            if (existing != null) {
                compare(each, existing);
            } else if (!claims.claims(each)) {
                Invoice invoice = Invoice.listed(row, rate(row), listed.codeOf(row), id);
                entered.add(invoice);
                known.put(row.number(), invoice);
                tally.kept(row, Fate.IMPORTED);
            } else {
                listed.codeOf(row);
            }
        }

        private VatRate rate(ListedDocument row) {
            return rates.between(row.net(), row.gross(), row.issuedOn()).orElse(null);
        }

        private void compare(Numbered each, Invoice existing) {
            ListedDocument row = each.row();
            String contradiction = contradiction(row, existing);
            if (contradiction != null) {
                tally.rejected(each.line(), contradiction);
                return;
            }
            listed.codeOf(row);
            boolean updated = existing.listedPayment(row);
            if (updated) {
                paid.add(existing.id());
            }
            if (existing.isSettledOtherwise(row)) {
                tally.paymentKept();
            }
            tally.kept(row, updated ? Fate.UPDATED : Fate.UNCHANGED);
        }

        private void finish() {
            store();
            fresh.await();
            List<Journal.Record> learnt = claims.settle(tally);
            invoices.flush();
            session.clear();
            listed.name();
            standings.readDocuments();
            Stream<Journal.Record> payments =
                    search.withIds(paid).map(invoice -> InvoiceJournal.listed(JournalEvent.PAYMENT_LISTED, invoice));
            // Not flatMap: its iterator would take in a whole import before it gives the first record.
            journal.write(Stream.concat(
                            Stream.concat(imported.importedBy(id, JournalEvent.IMPORTED), payments), learnt.stream())
                    .iterator());
        }

        @Override
        public void close() {
            fresh.close();
        }
    }

    /** A row and its line in the file. */
    record Numbered(long line, ListedDocument row) {}

    @Transactional
    @TransactionConfiguration(timeout = LONGEST_IMPORT_SECONDS)
    ImportReport take(Path file, String name) {
        imports.oneAtATime();
        ImportReport report = read(file, name);
        imports.persist(new ListImport(report));
        LOG.infof(
                "Imported list %s: %d rows, %d new, %d updated, %d rejected",
                name, report.rows(), report.imported(), report.updated(), report.rejectedRows());
        return report;
    }

    private ImportReport read(Path file, String name) {
        try (Run run = new Run()) {
            ListFile.open(file).forEach(run::take);
            run.finish();
            return run.tally.report(run.id, name);
        }
    }

    /** Why a row cannot be the document of its number; null when it is. */
    private static String contradiction(ListedDocument row, Invoice existing) {
        if (!existing.customerCode().equalsIgnoreCase(row.customerCode())) {
            return differs(row, "the customer", existing.customerCode(), row.customerCode());
        }
        if (!existing.issuedOn().equals(row.issuedOn())) {
            return differs(row, "the date", existing.issuedOn(), row.issuedOn());
        }
        if (!existing.net().equals(row.net())) {
            return differs(row, "the net amount", existing.net(), row.net());
        }
        if (!existing.gross().equals(row.gross())) {
            return differs(row, "the gross amount", existing.gross(), row.gross());
        }
        return null;
    }

    private static String differs(ListedDocument row, String what, Object known, Object listed) {
        return "%s is an issued document: %s is %s there and %s in this row"
                .formatted(row.number(), what, known, listed);
    }
}
