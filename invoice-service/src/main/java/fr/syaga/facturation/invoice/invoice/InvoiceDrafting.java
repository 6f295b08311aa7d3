package fr.syaga.facturation.invoice.invoice;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;

/** Makes drafts, one or many, so that the same draft posted again, even at the same moment, makes one document. */
@ApplicationScoped
class InvoiceDrafting {

    private final Invoices invoices;
    private final Customers customers;
    private final InvoiceJournal journal;
    private final BusinessDate date;
    private final EntityManager database;

    InvoiceDrafting(
            Invoices invoices, Customers customers, InvoiceJournal journal, BusinessDate date, EntityManager database) {
        this.invoices = invoices;
        this.customers = customers;
        this.journal = journal;
        this.date = date;
        this.database = database;
    }

    /** A document and whether this call made it. */
    record Outcome(InvoiceView invoice, boolean created) {}

    /**
     * Makes the draft, approved at once when asked, or finds the document that its reference or key made before.
     *
     * @throws Rejection 400 for an unknown customer or a broken rule, 409 when the reference stands for other content
     */
    @Transactional
    Outcome draft(InvoiceDraft draft, String idempotencyKey, boolean approve) {
        waitForEqualDrafts(draft.reference(), idempotencyKey);
        Optional<Invoice> known = known(draft.reference(), idempotencyKey);
        if (known.isPresent()) {
            if (!known.get().contentHash().equals(ContentHash.of(draft))) {
                throw Refusal.otherContent(draft.reference() == null ? idempotencyKey : draft.reference());
            }
            return new Outcome(InvoiceView.of(known.get()), false);
        }
        Invoice invoice = Invoice.draft(draft, customer(draft), date.today());
        checkCredit(draft);
        invoice.rememberKey(idempotencyKey);
        invoices.persist(invoice);
        if (approve) {
            invoice.approve();
            invoices.flush();
            journal.approved(invoice);
        }
        invoices.flush();
        return new Outcome(InvoiceView.of(invoice), true);
    }

    /** Replaces what a draft says. */
    @Transactional
    InvoiceView rewrite(String id, InvoiceDraft draft) {
        Invoice invoice = invoices.lock(id);
        if (draft.reference() != null && !draft.reference().equals(invoice.reference())) {
            throw Rejection.invalid("reference", "stays what it was when the draft was made");
        }
        invoice.rewrite(draft, customer(draft), date.today());
        invoices.flush();
        return InvoiceView.of(invoice);
    }

    private Optional<Invoice> known(String reference, String idempotencyKey) {
        Optional<Invoice> byReference = Optional.ofNullable(reference).flatMap(invoices::withReference);
        return byReference.isPresent()
                ? byReference
                : Optional.ofNullable(idempotencyKey).flatMap(invoices::withKey);
    }

    /** Equal drafts queue on a lock of their key, in one order, until this transaction ends. */
    private void waitForEqualDrafts(String reference, String idempotencyKey) {
        Stream.of(reference, idempotencyKey)
                .filter(key -> key != null)
                .distinct()
                .sorted()
                .forEach(key -> database.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) held")
                        .setParameter(1, key)
                        .getSingleResult());
    }

    private Customer customer(InvoiceDraft draft) {
        return customers
                .withCode(draft.customerCode())
                .orElseThrow(() -> Rejection.invalid(
                        "customerCode", "there is no customer %s; enter it first".formatted(draft.customerCode())));
    }

    private void checkCredit(InvoiceDraft draft) {
        if (draft.origin() == InvoiceOrigin.HISTORY) {
            throw Rejection.invalid("origin", "HISTORY is for imported documents only");
        }
        if (draft.kind() == InvoiceKind.CREDIT_NOTE && draft.creditOf() == null) {
            throw Rejection.invalid("creditOf", "a credit note names the invoice that it corrects");
        }
        if (draft.kind() == InvoiceKind.INVOICE && draft.creditOf() != null) {
            throw Rejection.invalid("creditOf", "goes with a credit note only");
        }
    }
}
