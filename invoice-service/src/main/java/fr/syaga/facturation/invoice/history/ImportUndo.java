package fr.syaga.facturation.invoice.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.ImportedDocuments;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.customer.ListedName;
import fr.syaga.facturation.invoice.customer.VatStandings;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;

/**
 * Takes an import back, as long as nothing was built on it: its documents go, the journal keeps that they were there. Customers
 * stay.
 */
@ApplicationScoped
class ImportUndo {

    private final ListImports imports;
    private final Invoices invoices;
    private final ImportedDocuments imported;
    private final Customers customers;
    private final VatStandings standings;
    private final Journal journal;
    private final EntityManager database;

    ImportUndo(
            ListImports imports,
            Invoices invoices,
            ImportedDocuments imported,
            Customers customers,
            VatStandings standings,
            Journal journal,
            EntityManager database) {
        this.imports = imports;
        this.invoices = invoices;
        this.imported = imported;
        this.customers = customers;
        this.standings = standings;
        this.journal = journal;
        this.database = database;
    }

    /** @throws Rejection 404, or 409 with what stands on the import */
    @Transactional
    ListImport undo(UUID id) {
        imports.oneAtATime();
        ListImport done = imports.findByIdOptional(id).orElseThrow(() -> Rejection.notFound("import", id));
        if (done.isUndone()) {
            return done;
        }
        requireNothingBuiltOn(done);
        journal.write(imported.importedBy(id, JournalEvent.IMPORT_UNDONE).iterator());
        List<String> codes = database.createQuery(
                        "select distinct i.customerCode from Invoice i where i.importId = ?1", String.class)
                .setParameter(1, id)
                .getResultList();
        invoices.delete("importId", id);
        codes.forEach(this::nameByDocumentsLeft);
        customers.flush();
        database.clear();
        standings.readDocuments();
        ListImport undone = imports.findById(id);
        undone.undone();
        return undone;
    }

    private void nameByDocumentsLeft(String code) {
        Customer customer = customers.get(code);
        invoices.find(
                        "customerCode = ?1 and origin = ?2 order by issuedOn desc, createdAt desc, number desc",
                        code,
                        InvoiceOrigin.HISTORY)
                .firstResultOptional()
                .ifPresentOrElse(
                        left -> customer.calledNow(left.customerName(), new ListedName(left.issuedOn(), left.number())),
                        customer::calledByNoList);
    }

    private void requireNothingBuiltOn(ListImport done) {
        if (done.changedOthers()) {
            throw Rejection.conflict(
                    "import-changed-others",
                    "The import of %s updated payments or learnt numbers of documents that were there before; import the former list again instead."
                            .formatted(done.file()));
        }
        long touched = ((Number) database.createNativeQuery("""
                                select count(*) from invoice i where i.import_id = ?1 and (
                                    exists (select 1 from invoice c where c.credit_of = i.id)
                                    or exists (select 1 from journal_entry j
                                               where j.invoice_id = i.id and j.deed <> 'IMPORTED'))""")
                        .setParameter(1, done.id())
                        .getSingleResult())
                .longValue();
        if (touched > 0) {
            throw Rejection.conflict(
                    "import-built-on",
                    "%d documents of this import were paid, sent, exported or credited since; it stays."
                            .formatted(touched));
        }
    }
}
