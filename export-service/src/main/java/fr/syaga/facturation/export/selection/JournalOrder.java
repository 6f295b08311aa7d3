package fr.syaga.facturation.export.selection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.EntryNumbers;
import fr.syaga.facturation.export.fec.BusinessYear;
import fr.syaga.facturation.export.fec.FecAccounts;
import fr.syaga.facturation.export.fec.FecJournal;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceQuery;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.invoicing.IssuedDocuments;

/**
 * Which business year a sales journal belongs to, by which name it goes, and which numbers its entries have: those that the whole
 * year's journal gives them, so that parts of a year fit together whatever order they are exported in.
 */
@ApplicationScoped
public class JournalOrder {

    private static final int FINGERPRINT = 8;

    private final InvoicingClient invoicing;
    private final FecAccounts accounts;

    JournalOrder(InvoicingClient invoicing, FecAccounts accounts) {
        this.invoicing = invoicing;
        this.accounts = accounts;
    }

    /** The file's name and its numbers. */
    public record Journal(String fileName, EntryNumbers numbers) {}

    /**
     * Reads the year's documents, so to be called outside any transaction.
     *
     * @throws Rejection 409 for what is not issued, and for documents or a range of more than one business year
     */
    public Journal of(ExportFilter filter, Selected selected) {
        IssuedDocuments.requireIssued(selected.invoices());
        BusinessYear year = year(filter, selected);
        return new Journal(
                FecJournal.fileName(invoicing.issuerSiren().orElse(null), year, part(filter, year, selected)),
                numbers(year, selected));
    }

    private BusinessYear year(ExportFilter filter, Selected selected) {
        SortedSet<LocalDate> days =
                selected.invoices().stream().map(Invoice::issuedOn).collect(Collectors.toCollection(TreeSet::new));
        if (filter.from() != null && filter.to() != null) {
            days.addAll(List.of(filter.from(), filter.to()));
        }
        List<BusinessYear> years = days.stream()
                .map(day -> BusinessYear.of(day, accounts.lastMonth()))
                .distinct()
                .toList();
        if (years.size() > 1) {
            throw Rejection.conflict(
                    "several-business-years",
                    "A FEC is of one business year, and this one would be of %d: %s. Order one a year, with filter.from and filter.to."
                            .formatted(
                                    years.size(),
                                    years.stream().map(BusinessYear::toString).collect(Collectors.joining("; "))));
        }
        return years.get(0);
    }

    /** What of the year is in the file; empty for the whole of it. */
    private static String part(ExportFilter filter, BusinessYear year, Selected selected) {
        LocalDate from = filter.from() == null || filter.from().isBefore(year.from()) ? year.from() : filter.from();
        LocalDate to = filter.to() == null || filter.to().isAfter(year.to()) ? year.to() : filter.to();
        String days = from.equals(year.from()) && to.equals(year.to()) ? "" : FecJournal.days(from, to);
        boolean chosen = Stream.of(filter.origin(), filter.kind(), filter.customer(), filter.ids())
                .anyMatch(Objects::nonNull);
        return days + (chosen ? "_" + selected.fingerprint().substring(0, FINGERPRINT) : "");
    }

    private EntryNumbers numbers(BusinessYear year, Selected selected) {
        LocalDate last = selected.invoices().stream()
                .map(Invoice::issuedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        Map<UUID, Integer> numbers = new HashMap<>();
        invoicing.read(InvoiceQuery.ofIssued(year.from(), last), invoice -> {
            if (!invoice.isQuote() && FecJournal.hasEntry(invoice)) {
                numbers.put(invoice.id(), numbers.size() + 1);
            }
        });
        return EntryNumbers.of(selected.ids().stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .toList());
    }
}
