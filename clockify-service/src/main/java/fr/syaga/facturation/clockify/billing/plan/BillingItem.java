package fr.syaga.facturation.clockify.billing.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.BillText;
import fr.syaga.facturation.clockify.billing.lines.BilledLine;
import fr.syaga.facturation.clockify.invoicing.Draft;

/**
 * What one customer is billed for a month, or for a part of it that has an invoice of its own. It is written down before invoice-service is asked and never changes after, so
 * that a lost answer is asked for again with the same words and gives the same invoice.
 */
@Entity
@Table(name = "billing_item")
public class BillingItem {

    /** Planned: may or may not have arrived. Billed: an invoice holds it. Released: its draft is gone, its time is free. */
    enum State {
        PLANNED,
        BILLED,
        RELEASED
    }

    /** Why an item is released: a person dropped its draft, its invoice was cancelled, or invoice-service refused the draft. */
    enum ReleaseReason {
        DROPPED,
        /** The reference stays taken by the cancelled invoice. */
        CANCELLED,
        REFUSED
    }

    @Id
    private UUID id;

    private UUID runId;
    private String customerCode;
    private LocalDate month;
    private String reference;
    private String part;
    private String groupTitle;
    private int position;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BilledLine> lines;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private ReleaseReason releaseReason;

    private UUID invoiceId;
    private String problem;

    @Version
    private int version;

    protected BillingItem() {}

    /** @param position of the bill among those of its customer's month */
    BillingItem(UUID runId, Bill bill, YearMonth month, String reference, int position) {
        this.id = UUID.randomUUID();
        this.runId = runId;
        this.customerCode = bill.customerCode();
        this.part = bill.part();
        this.groupTitle = bill.group();
        this.month = month.atDay(1);
        this.reference = reference;
        this.position = position;
        this.lines = bill.lines();
        this.state = State.PLANNED;
    }

    public Draft draft() {
        YearMonth billed = YearMonth.from(month);
        return new Draft(
                customerCode,
                "INVOICE",
                "TIME",
                reference,
                billed.atEndOfMonth(),
                billed.atDay(1),
                billed.atEndOfMonth(),
                BillText.subject(groupTitle, billed),
                lines.stream().map(BilledLine::draft).toList());
    }

    void bill(UUID invoice) {
        state = State.BILLED;
        invoiceId = invoice;
        problem = null;
    }

    /** @param why what invoice-service said of a draft that it refused; null otherwise */
    void release(ReleaseReason reason, String why) {
        state = State.RELEASED;
        releaseReason = reason;
        problem = why;
    }

    public BigDecimal hours() {
        return lines.stream().map(BilledLine::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The price of this group's month is on it. */
    boolean hasFixedPriceOf(String title) {
        return lines.stream().anyMatch(line -> line.hasFixedPrice() && Objects.equals(line.group(), title));
    }

    /** It was this invoice of its month before, and was cancelled: its reference stays taken. */
    boolean isCancelledOneOf(Bill bill) {
        return releaseReason == ReleaseReason.CANCELLED
                && customerCode.equals(bill.customerCode())
                && part.equals(bill.part());
    }

    boolean isReleased() {
        return state == State.RELEASED;
    }

    public boolean isPlanned() {
        return state == State.PLANNED;
    }

    public boolean isBilled() {
        return state == State.BILLED;
    }

    public UUID id() {
        return id;
    }

    UUID runId() {
        return runId;
    }

    public String customerCode() {
        return customerCode;
    }

    /** Which of the customer's drafts of the month it is; empty for the shared one. */
    String part() {
        return part;
    }

    /** The group that has the draft for itself, or null. */
    public String group() {
        return groupTitle;
    }

    public String reference() {
        return reference;
    }

    public List<BilledLine> lines() {
        return lines;
    }

    public UUID invoiceId() {
        return invoiceId;
    }
}
