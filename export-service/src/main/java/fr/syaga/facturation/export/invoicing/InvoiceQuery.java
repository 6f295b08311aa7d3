package fr.syaga.facturation.export.invoicing;

import java.time.LocalDate;
import java.util.List;

/**
 * Which invoices to read; an empty list does not restrict, nor does a null date (both inclusive, by the invoice's date).
 *
 * @param kinds empty for invoices and credit notes; quotes only come when they are named
 */
public record InvoiceQuery(
        List<String> status,
        List<String> origin,
        List<String> kinds,
        List<String> customers,
        String from,
        String to,
        List<String> ids) {

    InvoiceQuery withIds(List<String> some) {
        return new InvoiceQuery(status, origin, kinds, customers, from, to, some);
    }

    /** All issued documents of these days. */
    public static InvoiceQuery ofIssued(LocalDate from, LocalDate to) {
        return new InvoiceQuery(
                List.of(Invoice.Status.ISSUED.name()),
                List.of(),
                List.of(),
                List.of(),
                from.toString(),
                to.toString(),
                List.of());
    }

    static InvoiceQuery ofIds(List<String> some) {
        return new InvoiceQuery(List.of(), List.of(), List.of(), List.of(), null, null, some);
    }
}
