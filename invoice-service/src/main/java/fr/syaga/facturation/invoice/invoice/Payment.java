package fr.syaga.facturation.invoice.invoice;

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

/** Money received for one issued invoice, never more than it owes. */
@Entity
class Payment {

    @Id
    private UUID id;

    private UUID invoiceId;

    private BigDecimal amount;

    private LocalDate paidOn;

    private String reference;

    private Instant createdAt = Instant.now();

    /**
     * What a caller says of a payment.
     *
     * @param reference the bank's or the caller's key: the same one again is the same payment
     */
    record Terms(
            @NotNull @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotNull LocalDate paidOn,
            @Size(max = 200) String reference) {}

    protected Payment() {}

    Payment(UUID invoiceId, Terms terms) {
        this.id = UUID.randomUUID();
        this.invoiceId = invoiceId;
        this.amount = terms.amount();
        this.paidOn = terms.paidOn();
        this.reference = terms.reference();
    }
}
