package fr.syaga.facturation.recurrence.occurrence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.Period;
import fr.syaga.facturation.recurrence.term.DueInvoice;
import fr.syaga.facturation.recurrence.term.InvoiceText;

/**
 * One contract in one period, which exists once. Once claimed its amount and text stay as they are, so that asking again after
 * a lost answer asks for the same invoice.
 */
@Entity
public class Occurrence {

    @Id
    private UUID id;

    private UUID contractId;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private LocalDate serviceFrom;
    private LocalDate serviceTo;
    private LocalDate dueOn;
    private BigDecimal netAmount;

    @Embedded
    private InvoiceText text;

    private boolean approve;

    @Enumerated(EnumType.STRING)
    private OccurrenceStatus status;

    private UUID runId;
    private UUID invoiceId;
    private String problem;
    private LocalDate skippedOn;

    /** Counts the times that an invoice of it was asked for anew, after the one before was withdrawn. */
    private int attempt = 1;

    /** Its invoice was issued, so it stays for ever and needs no look any more. */
    private boolean settled;

    private String skipReason;

    @Embedded
    private InvoiceFate fate = InvoiceFate.UNKNOWN;

    protected Occurrence() {}

    /** An occurrence that nothing was done about yet. */
    Occurrence(InvoiceRequest request) {
        this.id = UUID.randomUUID();
        this.contractId = request.contractId();
        this.periodFrom = request.period().from();
        this.status = OccurrenceStatus.OPEN;
        take(request);
    }

    private void take(InvoiceRequest request) {
        DueInvoice invoice = request.invoice();
        this.periodTo = invoice.period().to();
        this.serviceFrom = invoice.service().from();
        this.serviceTo = invoice.service().to();
        this.dueOn = invoice.dueOn();
        this.netAmount = invoice.netAmount();
        this.text = invoice.text();
        this.approve = request.approve();
    }

    /** Takes the contract's words of today for a run to send; what may have been made keeps those that were sent. */
    void claim(InvoiceRequest request, UUID byRun) {
        if (status == OccurrenceStatus.OPEN || status == OccurrenceStatus.FAILED) {
            take(request);
            this.runId = byRun;
            this.status = OccurrenceStatus.CLAIMED;
            this.problem = null;
        }
    }

    /** The whole months that it stands for: those that were sent, else those that the contract plans. */
    Period period(InvoiceRequest request) {
        return isFixed() ? asSent().period() : request.period();
    }

    void invoiced(UUID invoice) {
        this.invoiceId = invoice;
        this.status = OccurrenceStatus.INVOICED;
        this.problem = null;
    }

    /** The invoice was refused, unless another run had better luck with it or a person skipped it meanwhile. */
    void failed(String reason) {
        if (status == OccurrenceStatus.CLAIMED) {
            this.status = OccurrenceStatus.FAILED;
            this.problem = reason;
        }
    }

    /** Keeps what invoice-service said of its invoice. */
    public void learn(InvoiceFate said) {
        this.fate = said;
    }

    /** Its invoice is issued. */
    public void settled() {
        this.settled = true;
    }

    /** Its invoice was dropped or cancelled by somebody, who alone knows whether it is to come again. */
    public void withdrawn() {
        if (status == OccurrenceStatus.INVOICED || status == OccurrenceStatus.CLAIMED) {
            this.status = OccurrenceStatus.WITHDRAWN;
            this.problem = "sa facture a été supprimée ou annulée";
        }
    }

    /** A person wants it invoiced again, under a reference of its own: the old one may belong to a cancelled invoice. */
    public void rebill() {
        if (status != OccurrenceStatus.WITHDRAWN) {
            throw Rejection.conflict(
                    "invoice-not-withdrawn",
                    "What is due on %s waits for no decision; runs invoice it by themselves, or did.".formatted(dueOn));
        }
        this.status = OccurrenceStatus.OPEN;
        this.invoiceId = null;
        this.fate = InvoiceFate.UNKNOWN;
        this.problem = null;
        this.attempt++;
    }

    /** Leaves it out, for a reason; said again, nothing changes. */
    public void skip(String reason, LocalDate today) {
        if (isInvoiced()) {
            throw Rejection.conflict(
                    "occurrence-is-invoiced",
                    "What is due on %s was invoiced already; cancel or credit invoice %s instead."
                            .formatted(dueOn, invoiceId));
        }
        if (isFixed()) {
            throw Rejection.conflict(
                    "occurrence-is-being-invoiced",
                    "What is due on %s is being invoiced; repeat the run to learn what became of it.".formatted(dueOn));
        }
        if (!isSkipped()) {
            this.status = OccurrenceStatus.SKIPPED;
            this.skipReason = reason;
            this.skippedOn = today;
            this.problem = null;
        }
    }

    /** Takes a skip back as long as its day is not past: nobody expects an old invoice to come after all. */
    public void unskip(LocalDate today) {
        if (!isSkipped()) {
            throw Rejection.conflict(
                    "occurrence-is-not-skipped",
                    "What is due on %s is not skipped; if its contract is paused, resume it.".formatted(dueOn));
        }
        if (dueOn.isBefore(today)) {
            throw Rejection.conflict(
                    "occurrence-is-past",
                    "What was due on %s is past; write that invoice by hand in invoice-service.".formatted(dueOn));
        }
        this.status = OccurrenceStatus.OPEN;
        this.skipReason = null;
        this.skippedOn = null;
    }

    /** Unique in invoice-service: whoever asks again gets the same invoice. */
    public String reference() {
        String first = "contract:%s:%s".formatted(contractId, periodFrom);
        return attempt == 1 ? first : first + ":" + attempt;
    }

    /** What was sent to invoice-service. */
    public DueInvoice asSent() {
        return new DueInvoice(
                dueOn,
                new Period(periodFrom, periodTo.plusDays(1)),
                new Period(serviceFrom, serviceTo.plusDays(1)),
                netAmount,
                text,
                null);
    }

    public OccurrenceKey key() {
        return new OccurrenceKey(contractId, periodFrom);
    }

    public UUID id() {
        return id;
    }

    public UUID contractId() {
        return contractId;
    }

    public LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    public LocalDate serviceFrom() {
        return serviceFrom;
    }

    public LocalDate serviceTo() {
        return serviceTo;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public BigDecimal netAmount() {
        return netAmount;
    }

    public InvoiceText text() {
        return text;
    }

    public boolean approve() {
        return approve;
    }

    public boolean isInvoiced() {
        return status == OccurrenceStatus.INVOICED;
    }

    public boolean isSkipped() {
        return status == OccurrenceStatus.SKIPPED;
    }

    /** It was, or may have been, sent: its words hold. */
    public boolean isFixed() {
        return status == OccurrenceStatus.INVOICED || status == OccurrenceStatus.CLAIMED;
    }

    public boolean isFailed() {
        return status == OccurrenceStatus.FAILED;
    }

    public boolean isWithdrawn() {
        return status == OccurrenceStatus.WITHDRAWN;
    }

    public InvoiceFate fate() {
        return fate;
    }

    public UUID runId() {
        return runId;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    public String problem() {
        return problem;
    }

    public String skipReason() {
        return skipReason;
    }
}
