package fr.syaga.facturation.clockify.billing.byhand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.invoicing.Invoice;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.timesheet.Words;

/** The invoices of a month that neither a contract nor our own time made: a person may have billed the month's hours on them. */
@ApplicationScoped
public class WrittenInvoices {

    /** Hours of a month are billed on its last day, or in the first days after it. */
    private static final int DAYS_AFTER = 10;

    /** One that says which period it is for may be written much later. */
    private static final int MONTHS_AFTER = 3;

    private final InvoicingClient invoicing;
    private final Contracts contracts;

    WrittenInvoices(InvoicingClient invoicing, Contracts contracts) {
        this.invoicing = invoicing;
        this.contracts = contracts;
    }

    /** The invoices that may be the month's; 503 while invoice-service is down. */
    public List<Invoice> around(YearMonth month) {
        return invoicing.issuedBetween(
                month.atDay(1), month.plusMonths(MONTHS_AFTER).atEndOfMonth());
    }

    /** Those of them that a person wrote for the month, by customer, the oldest first. */
    public Map<String, List<HandWritten>> of(YearMonth month, List<Invoice> around) {
        ContractBook book = QuarkusTransaction.joiningExisting().call(contracts::book);
        return around.stream()
                .filter(invoice -> isByHand(invoice, book) && isOf(month, invoice))
                .sorted(Comparator.comparing(Invoice::issuedOn).thenComparing(Invoice::id))
                .collect(Collectors.groupingBy(
                        Invoice::customerCode, TreeMap::new, Collectors.mapping(HandWritten::of, Collectors.toList())));
    }

    private static boolean isByHand(Invoice invoice, ContractBook book) {
        if (invoice.customerCode() == null || invoice.isCancelled() || !invoice.isInvoice()) {
            return false;
        }
        return switch (String.valueOf(invoice.origin())) {
            case "MANUAL" -> true;
            case "HISTORY" ->
                signum(invoice.netAmount()) > 0 && !book.hasPrice(invoice.customerCode(), invoice.netAmount());
            default -> false;
        };
    }

    private static int signum(BigDecimal amount) {
        return amount == null ? 0 : amount.signum();
    }

    /** By its period where it has one, else by the month that its subject names, else by its day. */
    private static boolean isOf(YearMonth month, Invoice invoice) {
        if (invoice.periodFrom() != null && invoice.periodTo() != null) {
            return !invoice.periodFrom().isAfter(month.atEndOfMonth())
                    && !invoice.periodTo().isBefore(month.atDay(1));
        }
        LocalDate lastDay = month.atEndOfMonth().plusDays(DAYS_AFTER);
        boolean inTime = invoice.issuedOn() != null && !invoice.issuedOn().isAfter(lastDay);
        boolean names = names(month, invoice);
        boolean namesOther = !names && (names(month.minusMonths(1), invoice) || names(month.plusMonths(1), invoice));
        return names || inTime && !namesOther;
    }

    private static boolean names(YearMonth month, Invoice invoice) {
        return invoice.subject() != null && Words.of(invoice.subject()).holdWhole(FrenchText.monthInText(month));
    }
}
