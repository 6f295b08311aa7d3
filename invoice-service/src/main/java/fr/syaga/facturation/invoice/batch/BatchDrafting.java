package fr.syaga.facturation.invoice.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.batch.InChunks.Item;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.drafting.CustomerVat;
import fr.syaga.facturation.invoice.drafting.DraftRefusal;
import fr.syaga.facturation.invoice.drafting.DraftRules;
import fr.syaga.facturation.invoice.drafting.EqualDrafts;
import fr.syaga.facturation.invoice.drafting.InvoiceDraft;
import fr.syaga.facturation.invoice.drafting.InvoiceDrafting;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.vat.VatRates;
import fr.syaga.facturation.invoice.vat.VatTable;

/**
 * Makes many drafts with a few statements: what they need is read once for all, rules are asked before anything is written, and
 * the journal is written last. The promises are those of {@link InvoiceDrafting}.
 */
@ApplicationScoped
class BatchDrafting {

    private final Invoices invoices;
    private final Customers customers;
    private final CustomerVat vat;
    private final VatRates rates;
    private final EqualDrafts equalDrafts;
    private final InvoiceJournal journal;
    private final InvoiceDrafting drafting;
    private final BusinessDate date;

    BatchDrafting(
            Invoices invoices,
            Customers customers,
            CustomerVat vat,
            VatRates rates,
            EqualDrafts equalDrafts,
            InvoiceJournal journal,
            InvoiceDrafting drafting,
            BusinessDate date) {
        this.invoices = invoices;
        this.customers = customers;
        this.vat = vat;
        this.rates = rates;
        this.equalDrafts = equalDrafts;
        this.journal = journal;
        this.drafting = drafting;
        this.date = date;
    }

    /** A draft and whether it is approved at once. */
    record Asked(InvoiceDraft draft, boolean approve) {}

    /**
     * CREATED, EXISTING or FAILED for each item; their index tells which, for credit notes come last. The form of the drafts is checked by the caller.
     *
     * @param whole whether the answer holds the documents
     */
    List<BatchOutcome> draft(List<Item<Asked>> items, boolean whole) {
        List<Item<Asked>> together =
                items.stream().filter(each -> !isCredit(each)).toList();
        // A credit note locks the invoice that it corrects: each is made alone.
        List<Item<Asked>> credits =
                items.stream().filter(BatchDrafting::isCredit).toList();
        return Stream.concat(
                        InChunks.each(together, chunk -> draftTogether(chunk, whole), item -> draftAlone(item, whole))
                                .stream(),
                        credits.stream().map(item -> InChunks.alone(item, each -> draftAlone(each, whole))))
                .toList();
    }

    private static boolean isCredit(Item<Asked> item) {
        return item.asked().draft().creditOf() != null;
    }

    private BatchOutcome draftAlone(Item<Asked> item, boolean whole) {
        InvoiceDrafting.Outcome made =
                drafting.draft(item.asked().draft(), null, item.asked().approve());
        return BatchOutcome.of(item.index(), made.created() ? "CREATED" : "EXISTING", made.invoice(), whole);
    }

    private List<BatchOutcome> draftTogether(List<Item<Asked>> chunk, boolean whole) {
        List<String> references = chunk.stream()
                .map(each -> each.asked().draft().reference())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        equalDrafts.waitForTurn(references);
        Chunk work = new Chunk(
                new HashMap<>(invoices.withReferences(references)),
                customers.withCodes(chunk.stream()
                        .map(each -> each.asked().draft().customerCode())
                        .toList()),
                rates.table());
        // Told after all is written, when each document is as it is read.
        List<Supplier<BatchOutcome>> outcomes = new ArrayList<>();
        for (Item<Asked> item : chunk) {
            try {
                int known = work.made.size();
                Invoice invoice = work.take(item.asked());
                String result = work.made.size() > known ? "CREATED" : "EXISTING";
                outcomes.add(() -> BatchOutcome.of(item.index(), result, invoice, whole));
            } catch (RuntimeException e) {
                outcomes.add(() -> item.failed(e));
            }
        }
        invoices.persist(work.made);
        invoices.flush();
        journal.write(work.approved);
        return outcomes.stream().map(Supplier::get).toList();
    }

    /** What the drafts of one transaction share, and what is made of them. */
    private final class Chunk {

        private final Map<String, Invoice> known;
        private final Map<String, Customer> buyers;
        private final VatTable table;
        private final List<Invoice> made = new ArrayList<>();
        private final List<Journal.Record> approved = new ArrayList<>();

        private Chunk(Map<String, Invoice> known, Map<String, Customer> buyers, VatTable table) {
            this.known = known;
            this.buyers = buyers;
            this.table = table;
        }

        /** The document that stands for the draft: a new one, not yet stored, or the one that its reference made before. */
        private Invoice take(Asked asked) {
            InvoiceDraft draft = asked.draft();
            Invoice before = draft.reference() == null ? null : known.get(draft.reference());
            if (before != null) {
                before.requireSame(draft.hash(), draft.reference());
                return before;
            }
            DraftRules.checkKind(draft);
            Customer customer = buyers.get(draft.customerCode());
            if (customer == null) {
                throw DraftRefusal.unknownCustomer(draft.customerCode());
            }
            Invoice invoice = draft.made(customer, vat.taxation(customer, table), date.today());
            if (asked.approve()) {
                invoice.approve();
                approved.add(InvoiceJournal.approved(invoice));
            }
            made.add(invoice);
            if (draft.reference() != null) {
                known.put(draft.reference(), invoice);
            }
            return invoice;
        }
    }
}
