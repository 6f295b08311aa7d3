package fr.syaga.facturation.invoice.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceLine;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.invoice.QuotePart;
import fr.syaga.facturation.invoice.money.Money;

/** Makes drafts, one or many, so that the same draft posted again, even at the same moment, makes one document. */
@ApplicationScoped
public class InvoiceDrafting {

    private final Invoices invoices;
    private final Customers customers;
    private final InvoiceJournal journal;
    private final BusinessDate date;
    private final CustomerVat vat;
    private final EqualDrafts equalDrafts;
    private final EntityManager database;

    InvoiceDrafting(
            Invoices invoices,
            Customers customers,
            CustomerVat vat,
            InvoiceJournal journal,
            BusinessDate date,
            EqualDrafts equalDrafts,
            EntityManager database) {
        this.invoices = invoices;
        this.customers = customers;
        this.vat = vat;
        this.journal = journal;
        this.date = date;
        this.equalDrafts = equalDrafts;
        this.database = database;
    }

    /** A document and whether this call made it. */
    public record Outcome(InvoiceView invoice, boolean created) {}

    /**
     * Drafts an invoice of an accepted quote, which the caller holds locked; the first free name of its number is its reference.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void draftOf(Invoice quote, QuotePart part, InvoiceDraft draft) {
        InvoiceDraft named = draft.under(freeReference(quote.number()));
        Invoice invoice = draft(named);
        invoice.madeOf(quote, part);
        invoices.persist(invoice);
        invoices.flush();
        database.refresh(quote);
    }

    private String freeReference(String number) {
        String reference = number;
        for (int i = 2; invoices.withReference(reference).isPresent(); i++) {
            reference = number + "-" + i;
        }
        return reference;
    }

    /**
     * Makes the draft, approved at once when asked, or finds the document that its reference or key made before.
     *
     * @throws Rejection 400 for an unknown customer or a broken rule, 409 when the reference stands for other content
     */
    @Transactional
    public Outcome draft(InvoiceDraft draft, String idempotencyKey, boolean approve) {
        return draft(draft, idempotencyKey, approve, CreditLimit.THE_INVOICE);
    }

    /** The same, for a credit note that may exceed its invoice when an admin said why. */
    @Transactional
    Outcome draft(InvoiceDraft draft, String idempotencyKey, boolean approve, CreditLimit limit) {
        equalDrafts.waitForTurn(Arrays.asList(draft.reference(), idempotencyKey));
        Optional<Invoice> known = known(draft.reference(), idempotencyKey);
        if (known.isPresent()) {
            known.get()
                    .requireSame(ContentHash.of(draft), draft.reference() == null ? idempotencyKey : draft.reference());
            return new Outcome(InvoiceView.of(known.get()), false);
        }
        DraftRules.checkKind(draft);
        Invoice invoice = draft(draft);
        checkCredit(invoice, limit);
        invoice.rememberKey(idempotencyKey);
        if (approve) {
            invoice.approve();
        }
        invoices.persist(invoice);
        invoices.flush();
        if (approve) {
            journal.write(List.of(InvoiceJournal.approved(invoice)));
        }
        return new Outcome(InvoiceView.of(invoice), true);
    }

    /** Replaces what a draft says. */
    @Transactional
    InvoiceView rewrite(String id, InvoiceDraft draft, IfMatch seen) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        if (draft.reference() != null && !draft.reference().equals(invoice.reference())) {
            throw Rejection.invalid("reference", "stays what it was when the draft was made");
        }
        invoice.requireDraft("changed");
        InvoiceDraft text = draft.over(invoice);
        DraftRules.checkKind(text);
        Customer customer = customer(text);
        Taxation taxation = vat.taxation(customer, text.creditOf());
        invoice.requireKind(text.kind());
        List<InvoiceLine> measured = invoice.origin() == InvoiceOrigin.TIME ? invoice.lines() : List.of();
        invoice.rewrite(DraftRules.content(text, customer, taxation, date.today(), measured));
        checkCredit(invoice, CreditLimit.THE_INVOICE);
        invoices.flush();
        return InvoiceView.of(invoice);
    }

    private Optional<Invoice> known(String reference, String idempotencyKey) {
        Optional<Invoice> byReference = Optional.ofNullable(reference).flatMap(invoices::withReference);
        return byReference.isPresent()
                ? byReference
                : Optional.ofNullable(idempotencyKey).flatMap(invoices::withKey);
    }

    private Invoice draft(InvoiceDraft draft) {
        Customer customer = customer(draft);
        return draft.made(customer, vat.taxation(customer, draft.creditOf()), date.today());
    }

    private Customer customer(InvoiceDraft draft) {
        return customers
                .withCode(draft.customerCode())
                .orElseThrow(() -> DraftRefusal.unknownCustomer(draft.customerCode()));
    }

    /** The credited invoice is locked, so that two credit notes at once cannot exceed it together. */
    private void checkCredit(Invoice creditNote, CreditLimit limit) {
        if (creditNote.creditOf() == null) {
            return;
        }
        Invoice credited = invoices.findByIdOptional(creditNote.creditOf(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejection.invalid("creditOf", "there is no such invoice"));
        List<Invoice> others = invoices.creditNotesOf(credited.id()).stream()
                .filter(other -> !other.id().equals(creditNote.id()))
                .toList();
        limit.check(
                creditNote,
                credited,
                Money.sum(others.stream().map(Invoice::net).toList()).negate(),
                Money.sum(others.stream().map(Invoice::gross).toList()).negate());
    }
}
