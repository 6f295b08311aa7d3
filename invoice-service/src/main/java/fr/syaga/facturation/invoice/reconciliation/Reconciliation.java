package fr.syaga.facturation.invoice.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.invoice.cache.CachedInvoice;
import fr.syaga.facturation.invoice.cache.CachedInvoices;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.reconciliation.Difference.Kind;

/** Compares each row of the cache with the imported document of its number. It reads and never writes. */
@ApplicationScoped
class Reconciliation {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final Invoices invoices;
    private final CachedInvoices cached;
    private final StandingCache standing;
    private final Customers customers;

    Reconciliation(Invoices invoices, CachedInvoices cached, StandingCache standing, Customers customers) {
        this.invoices = invoices;
        this.cached = cached;
        this.standing = standing;
        this.customers = customers;
    }

    ReconciliationView compare() {
        Map<String, Invoice> listed = new HashMap<>();
        invoices.list("origin", InvoiceOrigin.HISTORY).forEach(invoice -> listed.put(invoice.number(), invoice));
        KnownCustomers known = new KnownCustomers(customers.listAll());
        List<Difference> differences = new ArrayList<>();
        Money totalNet = Money.ZERO;
        Money totalCachedNet = Money.ZERO;
        Money onlyInCache = Money.ZERO;
        long matched = 0;
        for (CachedInvoice row : cached.inOrder()) {
            Invoice invoice = listed.remove(row.number());
            if (invoice == null) {
                onlyInCache = onlyInCache.plus(net(row));
                differences.add(new Difference(
                        Kind.ONLY_IN_CACHE, row.number(), null, text(row.said().netAmount())));
            } else {
                matched++;
                totalNet = totalNet.plus(invoice.net());
                totalCachedNet = totalCachedNet.plus(net(row));
                compare(invoice, row.said(), known, differences);
                compareLines(invoice, row, differences);
            }
        }
        Money onlyInHistory =
                Money.sum(listed.values().stream().map(Invoice::net).toList());
        listed.values().stream()
                .map(invoice -> new Difference(
                        Kind.ONLY_IN_HISTORY, invoice.number(), invoice.net().toString(), null))
                .sorted(java.util.Comparator.comparing(Difference::number))
                .forEach(differences::add);
        return new ReconciliationView(
                matched,
                count(differences, Kind.NET_AMOUNT),
                count(differences, Kind.INVALID_DATE),
                count(differences, Kind.UNKNOWN_CUSTOMER),
                count(differences, Kind.ONLY_IN_CACHE),
                count(differences, Kind.ONLY_IN_HISTORY),
                count(differences, Kind.LINES_NET_AMOUNT),
                standing.orphanLines(),
                totalNet.amount(),
                totalCachedNet.amount(),
                onlyInHistory.amount(),
                onlyInCache.amount(),
                differences);
    }

    private static Money net(CachedInvoice row) {
        return row.said().netAmount() == null ? Money.ZERO : Money.of(row.said().netAmount());
    }

    private static void compare(
            Invoice invoice, CachedInvoice.Said said, KnownCustomers known, List<Difference> differences) {
        String number = invoice.number();
        compareAmount(Kind.NET_AMOUNT, number, invoice.net(), said.netAmount(), differences);
        compareAmount(Kind.VAT_AMOUNT, number, invoice.vat(), said.vatAmount(), differences);
        compareAmount(Kind.GROSS_AMOUNT, number, invoice.gross(), said.grossAmount(), differences);
        compareDate(invoice, said, differences);
        compareCustomer(invoice, said, known, differences);
    }

    private static void compareAmount(
            Kind kind, String number, Money listed, BigDecimal cached, List<Difference> differences) {
        if (cached == null || !Money.of(cached).equals(listed)) {
            differences.add(new Difference(kind, number, listed.toString(), text(cached)));
        }
    }

    /** Lines are looked at by themselves: they may be right where the total is wrong, and wrong where it is right. */
    private static void compareLines(Invoice invoice, CachedInvoice row, List<Difference> differences) {
        row.linesNet()
                .filter(net -> !net.equals(invoice.net()))
                .ifPresent(net -> differences.add(new Difference(
                        Kind.LINES_NET_AMOUNT, invoice.number(), invoice.net().toString(), net.toString())));
    }

    private static void compareDate(Invoice invoice, CachedInvoice.Said said, List<Difference> differences) {
        LocalDate date = date(said.dateText());
        if (!invoice.issuedOn().equals(date)) {
            Kind kind = date == null ? Kind.INVALID_DATE : Kind.OTHER_DATE;
            differences.add(
                    new Difference(kind, invoice.number(), invoice.issuedOn().toString(), said.dateText()));
        }
    }

    private static void compareCustomer(
            Invoice invoice, CachedInvoice.Said said, KnownCustomers known, List<Difference> differences) {
        String listed = invoice.customerCode() + " - " + invoice.customerName();
        String cached = text(said.customerCode()) + " - " + text(said.customerName());
        if (!known.knows(said.customerCode(), said.customerName())) {
            differences.add(new Difference(Kind.UNKNOWN_CUSTOMER, invoice.number(), listed, cached));
        } else if (said.customerCode() == null) {
            differences.add(new Difference(Kind.MISSING_CUSTOMER_CODE, invoice.number(), listed, cached));
        } else if (!said.customerCode().equalsIgnoreCase(invoice.customerCode())) {
            differences.add(new Difference(Kind.OTHER_CUSTOMER_CODE, invoice.number(), listed, cached));
        }
    }

    /** The date, with or without a time of day behind it; null when the calendar has no such day. */
    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text.split("[T ]", 2)[0], DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static long count(List<Difference> differences, Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }
}
