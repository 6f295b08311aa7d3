package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import fr.syaga.facturation.recurrence.contract.Approval;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.DueInvoice;

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
    private LocalDate dueOn;
    private BigDecimal netAmount;
    private String label;
    private boolean approve;

    @Enumerated(EnumType.STRING)
    private OccurrenceStatus status;

    private UUID runId;
    private UUID invoiceId;
    private String problem;

    protected Occurrence() {}

    Occurrence(Contract contract, DueInvoice due, UUID runId) {
        this.id = UUID.randomUUID();
        this.contractId = contract.id();
        this.periodFrom = due.period().from();
        this.status = OccurrenceStatus.CLAIMED;
        claim(contract, due, runId);
    }

    /** Only what was refused takes the contract's words of today; what may have been made keeps those that were sent. */
    final void claim(Contract contract, DueInvoice due, UUID byRun) {
        this.periodTo = due.period().to();
        this.dueOn = due.dueOn();
        this.netAmount = due.netAmount();
        this.label = due.label();
        this.approve = contract.approval() == Approval.AUTOMATIC;
        this.runId = byRun;
        this.status = OccurrenceStatus.CLAIMED;
        this.problem = null;
    }

    void invoiced(UUID invoice) {
        this.invoiceId = invoice;
        this.status = OccurrenceStatus.INVOICED;
        this.problem = null;
    }

    void failed(String reason) {
        if (status != OccurrenceStatus.INVOICED) {
            this.status = OccurrenceStatus.FAILED;
            this.problem = reason;
        }
    }

    /** Unique in invoice-service: whoever asks again gets the same invoice. */
    String reference() {
        return "contract:%s:%s".formatted(contractId, periodFrom);
    }

    UUID id() {
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

    LocalDate dueOn() {
        return dueOn;
    }

    BigDecimal netAmount() {
        return netAmount;
    }

    String label() {
        return label;
    }

    boolean approve() {
        return approve;
    }

    OccurrenceStatus status() {
        return status;
    }

    public boolean isInvoiced() {
        return status == OccurrenceStatus.INVOICED;
    }

    public boolean isSkipped() {
        return status == OccurrenceStatus.SKIPPED;
    }

    UUID runId() {
        return runId;
    }

    UUID invoiceId() {
        return invoiceId;
    }

    public String problem() {
        return problem;
    }
}
