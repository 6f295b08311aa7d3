package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.customer.PaymentTerms;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.receivable.MonthlyClose.Missing;
import fr.syaga.facturation.invoice.receivable.MonthlyClose.Side;

/** Reads from the ledger what is unpaid and what is unfinished. It never writes. */
@ApplicationScoped
class Receivables {

    /** What was still owed on a day: payments that came later had not come yet. */
    private static final String OUTSTANDING = """
            coalesce(listed_outstanding, gross_amount - paid_amount)
                + coalesce((select sum(amount) from payment p where p.invoice_id = invoice.id and p.paid_on > ?1), 0)""";

    private final EntityManager database;
    private final Customers customers;

    Receivables(EntityManager database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /** One unpaid issued document; an imported one without a due date is due by its customer's terms. */
    record Unpaid(
            UUID id,
            String number,
            String customerCode,
            String customerName,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal grossAmount,
            BigDecimal outstanding) {}

    AgedBalance aged(LocalDate asOf) {
        return AgedBalance.of(
                asOf,
                unpaid(asOf, null).stream()
                        .map(each -> new AgedBalance.Open(
                                each.customerCode(), each.customerName(), each.dueOn(), Money.of(each.outstanding())))
                        .toList());
    }

    /** Unpaid issued documents up to a day, the oldest first; of one customer when a code is given. */
    @SuppressWarnings("unchecked")
    List<Unpaid> unpaid(LocalDate asOf, String customerCode) {
        Map<String, PaymentTerms> terms = new HashMap<>();
        customers.listAll().forEach((Customer customer) -> terms.put(customer.code(), customer.paymentTerms()));
        List<Object[]> rows = database.createNativeQuery("""
                        select id, number, customer_code, customer_name, issued_on, due_on, gross_amount, outstanding
                        from (select invoice.*, %s as outstanding from invoice where status = 'ISSUED' and issued_on <= ?1) owed
                        where outstanding <> 0
                          and (cast(?2 as text) is null or upper(customer_code) = upper(cast(?2 as text)))
                        order by issued_on, number""".formatted(OUTSTANDING))
                .setParameter(1, asOf)
                .setParameter(2, customerCode)
                .getResultList();
        List<Unpaid> unpaid = new ArrayList<>();
        for (Object[] row : rows) {
            LocalDate issuedOn = date(row[4]);
            LocalDate dueOn = row[5] == null
                    ? terms.getOrDefault((String) row[2], PaymentTerms.THIRTY_DAYS)
                            .dueOn(issuedOn)
                    : date(row[5]);
            unpaid.add(new Unpaid(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    issuedOn,
                    dueOn,
                    (BigDecimal) row[6],
                    (BigDecimal) row[7]));
        }
        return unpaid;
    }

    MonthlyClose close(YearMonth month) {
        List<Missing> drafts = waiting(month, "status = 'DRAFT'");
        List<Missing> notExported = waiting(month, "status = 'APPROVED' and exported_at is null");
        List<Missing> notInOxygene = waiting(month, "status = 'APPROVED' and exported_at is not null");
        Side ours = side(month, "origin <> 'HISTORY' and status in ('APPROVED', 'ISSUED')");
        Side inOxygene = side(month, "origin <> 'HISTORY' and status = 'ISSUED'");
        Side onlyInOxygene = side(month, "origin = 'HISTORY'");
        List<String> unmatched = database.createNativeQuery(
                        "select number from pending_number where issued_on between ?1 and ?2 order by number",
                        String.class)
                .setParameter(1, month.atDay(1))
                .setParameter(2, month.atEndOfMonth())
                .getResultList();
        boolean complete = drafts.isEmpty() && notExported.isEmpty() && notInOxygene.isEmpty() && unmatched.isEmpty();
        return new MonthlyClose(
                month,
                ours,
                inOxygene,
                onlyInOxygene,
                drafts,
                notExported,
                notInOxygene,
                unmatched,
                complete && ours.equals(inOxygene));
    }

    @SuppressWarnings("unchecked")
    private List<Missing> waiting(YearMonth month, String condition) {
        List<Object[]> rows = database.createNativeQuery("""
                        select id, customer_code, issued_on, net_amount from invoice
                        where issued_on between ?1 and ?2 and kind <> 'QUOTE' and %s order by issued_on, id""".formatted(condition))
                .setParameter(1, month.atDay(1))
                .setParameter(2, month.atEndOfMonth())
                .getResultList();
        return rows.stream()
                .map(row -> new Missing((UUID) row[0], (String) row[1], date(row[2]), (BigDecimal) row[3]))
                .toList();
    }

    private Side side(YearMonth month, String condition) {
        Object[] row = (Object[]) database.createNativeQuery("""
                        select count(*), coalesce(sum(net_amount), 0.00) from invoice
                        where issued_on between ?1 and ?2 and kind <> 'QUOTE' and %s""".formatted(condition))
                .setParameter(1, month.atDay(1))
                .setParameter(2, month.atEndOfMonth())
                .getSingleResult();
        return new Side(
                ((Number) row[0]).longValue(), Money.of((BigDecimal) row[1]).amount());
    }

    private static LocalDate date(Object value) {
        return value instanceof Date sql ? sql.toLocalDate() : (LocalDate) value;
    }
}
