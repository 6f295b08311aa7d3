package fr.syaga.facturation.invoice.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.history.ImportTally.Fate;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.invoice.ListedDocument;
import fr.syaga.facturation.invoice.journal.Journal;
import fr.syaga.facturation.invoice.journal.JournalEvent;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.money.Money;

/**
 * Learns the number that Oxygène gave to an approved invoice, by customer, date and net amount: the list has no other key.
 * Only one row that fits one invoice is certain; everything else waits for a person.
 */
@ApplicationScoped
class NumberMatching {

    private final Invoices invoices;
    private final PendingNumbers pending;
    private final LegalMentions mentions;

    NumberMatching(Invoices invoices, PendingNumbers pending, LegalMentions mentions) {
        this.invoices = invoices;
        this.pending = pending;
        this.mentions = mentions;
    }

    /** What the list and our approved invoices have in common. */
    private record Key(String customerCode, LocalDate issuedOn, Money net) {

        static Key of(Invoice invoice) {
            return new Key(invoice.customerCode().toUpperCase(Locale.ROOT), invoice.issuedOn(), invoice.net());
        }

        static Key of(ListedDocument row) {
            return new Key(row.customerCode().toUpperCase(Locale.ROOT), row.issuedOn(), row.net());
        }
    }

    /** The approved invoices that may get a number from the import that begins. */
    Claims claims() {
        Map<Key, Integer> waiting = new HashMap<>();
        invoices.list("status", InvoiceStatus.APPROVED)
                .forEach(invoice -> waiting.merge(Key.of(invoice), 1, Integer::sum));
        return new Claims(waiting, pending.numbers());
    }

    /** The rows of one import that fit approved invoices, settled together once all rows were seen. */
    final class Claims {

        private final Map<Key, Integer> waiting;
        private final Set<String> pendingNumbers;
        private final Map<Key, List<ListedDocument>> rows = new HashMap<>();

        private Claims(Map<Key, Integer> waiting, Set<String> pendingNumbers) {
            this.waiting = waiting;
            this.pendingNumbers = pendingNumbers;
        }

        /** True when the row fits an approved invoice and is put aside for {@link #settle}. */
        boolean claims(HistoryImport.Numbered each) {
            Key key = Key.of(each.row());
            if (!waiting.containsKey(key)) {
                settled(each.row());
                return false;
            }
            rows.computeIfAbsent(key, none -> new ArrayList<>()).add(each.row());
            return true;
        }

        /** Gives each certain number to its invoice, and returns what the journal is to say of that. */
        List<Journal.Record> settle(ImportTally tally) {
            List<Journal.Record> learnt = new ArrayList<>();
            rows.forEach((key, claimed) -> {
                List<Invoice> fitting = invoices.awaitingNumber(key.customerCode(), key.issuedOn(), key.net());
                if (claimed.size() == 1
                        && fitting.size() == 1
                        && fitting.get(0).gross().equals(claimed.get(0).gross())) {
                    learnt.add(learn(fitting.get(0), claimed.get(0)));
                    tally.kept(claimed.get(0), Fate.NUMBER_LEARNT);
                } else {
                    claimed.forEach(row -> waitForPerson(row, tally));
                }
            });
            return learnt;
        }

        private Journal.Record learn(Invoice invoice, ListedDocument row) {
            invoice.issue(row.number(), mentions.of(invoice.asker()));
            invoice.listedPayment(row);
            settled(row);
            return InvoiceJournal.listed(JournalEvent.NUMBER_LEARNT, invoice);
        }

        private void settled(ListedDocument row) {
            if (pendingNumbers.contains(row.number())) {
                pending.deleteById(row.number());
            }
        }

        private void waitForPerson(ListedDocument row, ImportTally tally) {
            if (!pendingNumbers.contains(row.number())) {
                pending.persist(new PendingNumber(row));
                tally.kept(row, Fate.AMBIGUOUS);
            } else {
                tally.kept(row, Fate.UNCHANGED);
            }
        }
    }
}
