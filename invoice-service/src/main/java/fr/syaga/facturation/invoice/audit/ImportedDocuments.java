package fr.syaga.facturation.invoice.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;
import fr.syaga.facturation.invoice.search.Chunks;

/** What the journal says of the documents that one import brought, read without their entities. */
@ApplicationScoped
public class ImportedDocuments {

    private final EntityManager database;

    ImportedDocuments(EntityManager database) {
        this.database = database;
    }

    /**
     * A record of what happened to each document that an import brought, by number: one index serves them, however many an import
     * without statistics has.
     */
    public Stream<Journal.Record> importedBy(UUID importId, JournalEvent event) {
        return Chunks.of((DocumentFacts last) -> factsOf(importId, last == null ? "" : last.number()))
                .map(facts -> InvoiceJournal.listed(event, facts));
    }

    private List<DocumentFacts> factsOf(UUID importId, String after) {
        return database.createQuery("""
                        select id, number, customerCode, customerName, issuedOn, netAmount, vatAmount, grossAmount,
                               settlement.paidAmount
                        from Invoice where importId = ?1 and number > ?2 order by number""", DocumentFacts.class)
                .setParameter(1, importId)
                .setParameter(2, after)
                .setMaxResults(Invoices.CHUNK)
                .getResultList();
    }
}
