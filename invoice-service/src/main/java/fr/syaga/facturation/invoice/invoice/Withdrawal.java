package fr.syaga.facturation.invoice.invoice;

import jakarta.validation.constraints.Size;

/** Says that Oxygène no longer has an exported document, and why; without it, what has left stays as it is. */
public record Withdrawal(
        boolean removedFromOxygene, @Size(max = 500) String reason) {

    public static final Withdrawal NONE = new Withdrawal(false, null);

    public boolean isProven() {
        return removedFromOxygene && reason != null && !reason.isBlank();
    }
}
