package fr.syaga.facturation.invoice.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceLine;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.Withdrawal;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;
import fr.syaga.facturation.invoice.money.Money;

/** What of an invoice's deeds goes into the journal. */
@ApplicationScoped
public class InvoiceJournal {

    private final Journal journal;

    InvoiceJournal(Journal journal) {
        this.journal = journal;
    }

    /** Writes the records of many deeds in their order; the head of the chain is held from here on. */
    public void write(List<Journal.Record> records) {
        journal.write(records.iterator());
    }

    public static Journal.Record approved(Invoice invoice) {
        return new Journal.Record(JournalEvent.APPROVED, invoice.id(), facts(invoice));
    }

    public static Journal.Record reopened(Invoice invoice, Withdrawal withdrawal) {
        return new Journal.Record(JournalEvent.REOPENED, invoice.id(), withReason(invoice, withdrawal));
    }

    public static Journal.Record cancelled(Invoice invoice, Withdrawal withdrawal) {
        return new Journal.Record(JournalEvent.CANCELLED, invoice.id(), withReason(invoice, withdrawal));
    }

    public static Journal.Record issued(Invoice invoice) {
        return new Journal.Record(JournalEvent.ISSUED, invoice.id(), facts(invoice));
    }

    public void numberLearnt(Invoice invoice) {
        journal.write(JournalEvent.NUMBER_LEARNT, invoice.id(), facts(invoice));
    }

    public static Journal.Record exported(Invoice invoice, String exportId, String key) {
        Map<String, Object> facts = facts(invoice);
        facts.put("exportId", exportId);
        facts.put("exportKey", key);
        return new Journal.Record(JournalEvent.EXPORTED, invoice.id(), facts);
    }

    public void frozen(List<Invoice> invoices) {
        journal.write(invoices.stream()
                .map(invoice -> listed(JournalEvent.LEGAL_FACTS_FROZEN, invoice))
                .iterator());
    }

    public static Journal.Record sent(Invoice invoice) {
        Map<String, Object> facts = facts(invoice);
        facts.put("sentAt", invoice.sentAt().toString());
        facts.put("sentTo", invoice.sentTo());
        return new Journal.Record(JournalEvent.SENT, invoice.id(), facts);
    }

    public void paid(Invoice invoice, Money amount) {
        Map<String, Object> facts = facts(invoice);
        facts.put("payment", amount.amount());
        journal.write(JournalEvent.PAID, invoice.id(), facts);
    }

    /** A customer's answer to a quote. */
    public void answered(JournalEvent deed, Invoice quote) {
        Map<String, Object> facts = facts(quote);
        facts.put("advancePercent", quote.offer().advancePercent());
        facts.put("reason", quote.offer().declineReason());
        facts.put(
                "madeInvoices",
                quote.madeInvoices().stream().map(each -> each.id().toString()).toList());
        journal.write(deed, quote.id(), facts);
    }

    public void reversed(Invoice invoice, BigDecimal amount, UUID reversalOf, String reason) {
        Map<String, Object> facts = facts(invoice);
        facts.put("payment", amount);
        facts.put("reversalOf", reversalOf.toString());
        facts.put("reason", reason);
        journal.write(JournalEvent.PAYMENT_REVERSED, invoice.id(), facts);
    }

    /** Oxygène's own paper came, or went with {@code DOCUMENT_REMOVED}. */
    public void document(JournalEvent deed, Invoice invoice, String sha256) {
        Map<String, Object> facts = facts(invoice);
        facts.put("sha256", sha256);
        journal.write(deed, invoice.id(), facts);
    }

    /** A record of a settlement of many documents, or of its undoing. */
    public static Journal.Record settled(JournalEvent deed, Invoice invoice, UUID settlementId, Money amount) {
        Map<String, Object> facts = facts(invoice);
        facts.put("settlementId", settlementId.toString());
        facts.put("payment", amount.amount());
        return new Journal.Record(deed, invoice.id(), facts);
    }

    /** A record of an import's deed, to be written with the others at the end of the import. */
    public static Journal.Record listed(JournalEvent deed, Invoice invoice) {
        return new Journal.Record(deed, invoice.id(), facts(invoice));
    }

    /** The same of a document that was brought by an import: nothing else is to be said of one. */
    static Journal.Record listed(JournalEvent deed, DocumentFacts imported) {
        return new Journal.Record(deed, imported.id(), imported.byName());
    }

    private static Map<String, Object> withReason(Invoice invoice, Withdrawal withdrawal) {
        Map<String, Object> facts = facts(invoice);
        if (withdrawal.isProven()) {
            facts.put("reason", withdrawal.reason());
        }
        return facts;
    }

    private static Map<String, Object> facts(Invoice invoice) {
        Map<String, Object> facts = DocumentFacts.of(invoice).byName();
        if (invoice.origin() == InvoiceOrigin.TIME) {
            putChanged(facts, invoice);
        }
        if (invoice.contractId() != null) {
            facts.put("contractId", invoice.contractId());
        }
        if (invoice.runId() != null) {
            facts.put("runId", invoice.runId());
        }
        return facts;
    }

    /** What a person billed instead of what was measured, and why. */
    private static void putChanged(Map<String, Object> facts, Invoice invoice) {
        List<Map<String, Object>> changed = new ArrayList<>();
        int position = 0;
        for (InvoiceLine line : invoice.lines()) {
            position++;
            if (line.isChanged()) {
                Map<String, Object> quantities = new TreeMap<>();
                quantities.put("position", position);
                quantities.put("quantity", line.quantity());
                quantities.put("measuredQuantity", line.measuredQuantity());
                quantities.put("reason", line.quantityReason());
                changed.add(quantities);
            }
        }
        if (!changed.isEmpty()) {
            facts.put("changedQuantities", changed);
        }
    }
}
