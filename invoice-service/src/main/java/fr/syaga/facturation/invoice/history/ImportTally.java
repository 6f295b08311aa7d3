package fr.syaga.facturation.invoice.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.ListedDocument;
import fr.syaga.facturation.invoice.money.Money;

/** Counts what an import does while it reads; at the end it is the report. */
final class ImportTally {

    private static final int MOST_REASONS = 1000;

    /** What became of a row that was kept. */
    enum Fate {
        IMPORTED,
        UNCHANGED,
        UPDATED,
        NUMBER_LEARNT,
        AMBIGUOUS
    }

    private final long[] fates = new long[Fate.values().length];
    private final List<ImportReport.RejectedRow> rejected = new ArrayList<>();
    private final Set<String> customers = new HashSet<>();
    private long rejectedRows;
    private long invoices;
    private long creditNotes;
    private long paymentsKept;
    private Money net = Money.ZERO;
    private Money gross = Money.ZERO;

    /** Rows read so far, kept or not. */
    long rows() {
        return invoices + creditNotes + rejectedRows;
    }

    void kept(ListedDocument row, Fate fate) {
        fates[fate.ordinal()]++;
        customers.add(row.customerCode().toUpperCase(Locale.ROOT));
        if (row.kind() == InvoiceKind.INVOICE) {
            invoices++;
        } else {
            creditNotes++;
        }
        net = net.plus(row.net());
        gross = gross.plus(row.gross());
    }

    /** A row tells a payment that a person's settlement of its time knows better. */
    void paymentKept() {
        paymentsKept++;
    }

    void rejected(long line, String reason) {
        rejectedRows++;
        if (rejected.size() < MOST_REASONS) {
            rejected.add(new ImportReport.RejectedRow(line, reason));
        }
    }

    ImportReport report(UUID id, String file) {
        rejected.sort(java.util.Comparator.comparingLong(ImportReport.RejectedRow::line));
        return new ImportReport(
                id,
                file,
                rows(),
                count(Fate.IMPORTED),
                count(Fate.UNCHANGED),
                count(Fate.UPDATED),
                count(Fate.NUMBER_LEARNT),
                count(Fate.AMBIGUOUS),
                rejectedRows,
                rejected,
                invoices,
                creditNotes,
                customers.size(),
                net.amount(),
                gross.amount(),
                paymentsKept);
    }

    private long count(Fate fate) {
        return fates[fate.ordinal()];
    }
}
