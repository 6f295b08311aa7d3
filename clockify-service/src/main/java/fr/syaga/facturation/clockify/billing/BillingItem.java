package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.clockify.invoicing.Draft;

/**
 * What one customer is billed for a month. It is written down before invoice-service is asked and never changes after, so
 * that a lost answer is asked for again with the same words and gives the same invoice.
 */
@Entity
@Table(name = "billing_item")
class BillingItem {

    /** Planned: may or may not have arrived. Billed: an invoice holds it. Released: its draft is gone, its time is free. */
    enum State {
        PLANNED,
        BILLED,
        RELEASED
    }

    /** Why an item whose invoice was cancelled is released: its reference stays taken. */
    static final String CANCELLED = "cancelled";

    @Id
    private UUID id;

    private UUID runId;
    private String customerCode;
    private LocalDate month;
    private String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BilledLine> lines;

    @Enumerated(EnumType.STRING)
    private State state;

    private UUID invoiceId;
    private String problem;

    @Version
    private int version;

    protected BillingItem() {}

    BillingItem(UUID runId, String customerCode, YearMonth month, String reference, List<BilledLine> lines) {
        this.id = UUID.randomUUID();
        this.runId = runId;
        this.customerCode = customerCode;
        this.month = month.atDay(1);
        this.reference = reference;
        this.lines = lines;
        this.state = State.PLANNED;
    }

    Draft draft() {
        YearMonth billed = YearMonth.from(month);
        return new Draft(
                customerCode,
                "INVOICE",
                "TIME",
                reference,
                billed.atEndOfMonth(),
                billed.atDay(1),
                billed.atEndOfMonth(),
                BillText.subject(billed),
                lines.stream().map(BilledLine::draft).toList());
    }

    void bill(UUID invoice) {
        state = State.BILLED;
        invoiceId = invoice;
        problem = null;
    }

    void release(String why) {
        state = State.RELEASED;
        problem = why;
    }

    BigDecimal hours() {
        return lines.stream().map(BilledLine::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isPlanned() {
        return state == State.PLANNED;
    }

    boolean isBilled() {
        return state == State.BILLED;
    }

    UUID id() {
        return id;
    }

    UUID runId() {
        return runId;
    }

    String customerCode() {
        return customerCode;
    }

    String reference() {
        return reference;
    }

    List<BilledLine> lines() {
        return lines;
    }

    UUID invoiceId() {
        return invoiceId;
    }
}
