package fr.syaga.facturation.invoice.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Money received for one issued invoice, never more than it owes. None is changed or removed: one that never came is taken back by
 * another of the opposite amount, once.
 */
@Entity
class Payment {

    @Id
    private UUID id;

    private UUID invoiceId;

    private BigDecimal amount;

    private LocalDate paidOn;

    private String reference;

    /** Why it was taken back; of a reversal only. */
    private String reason;

    /** The payment that this one takes back. */
    private UUID reversalOf;

    /** The declaration that made it: everything issued before a day is paid. */
    private UUID settlementId;

    private Instant createdAt = Instant.now();

    /**
     * What a caller says of a payment.
     *
     * @param reference the bank's or the caller's key: the same one again is the same payment
     * @param despite true takes it though issued credit notes left less to be paid
     */
    record Terms(
            @NotNull @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotNull LocalDate paidOn,
            @Size(max = 200) String reference,
            boolean despite) {}

    protected Payment() {}

    Payment(UUID invoiceId, Terms terms) {
        this.id = UUID.randomUUID();
        this.invoiceId = invoiceId;
        this.amount = terms.amount();
        this.paidOn = terms.paidOn();
        this.reference = terms.reference();
    }

    /** The payment that takes this one back, of its own day: as if it had never come. */
    Payment reversed(String why) {
        Payment reversal = new Payment(invoiceId, new Terms(amount.negate(), paidOn, null, false));
        reversal.reason = why;
        reversal.reversalOf = id;
        reversal.settlementId = settlementId;
        return reversal;
    }

    /** The same words under the same reference: a call that came twice. */
    boolean isSame(Terms terms) {
        return amount.compareTo(terms.amount()) == 0 && paidOn.equals(terms.paidOn());
    }

    boolean isReversal() {
        return reversalOf != null;
    }

    UUID id() {
        return id;
    }

    UUID invoiceId() {
        return invoiceId;
    }

    BigDecimal amount() {
        return amount;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    String reference() {
        return reference;
    }

    String reason() {
        return reason;
    }

    UUID reversalOf() {
        return reversalOf;
    }

    UUID settlementId() {
        return settlementId;
    }

    Instant createdAt() {
        return createdAt;
    }
}
