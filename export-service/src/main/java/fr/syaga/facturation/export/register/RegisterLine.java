package fr.syaga.facturation.export.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * One line of the register: this document left then, in that file, under that key.
 *
 * @param again true when it had left before and was sent once more on purpose
 * @param marked true when invoice-service knows of it
 */
public record RegisterLine(
        String key,
        UUID invoiceId,
        String number,
        Invoice.Kind kind,
        String customerCode,
        BigDecimal netAmount,
        BigDecimal grossAmount,
        UUID exportId,
        String fileName,
        String sha256,
        Instant leftAt,
        String user,
        boolean again,
        boolean marked) {

    static RegisterLine of(RegisterEntry departure) {
        return new RegisterLine(
                departure.key(),
                departure.invoiceId(),
                departure.number(),
                departure.kind(),
                departure.customerCode(),
                departure.netAmount(),
                departure.grossAmount(),
                departure.exportId(),
                departure.fileName(),
                departure.sha256(),
                departure.leftAt(),
                departure.leftBy(),
                departure.again(),
                departure.isMarked());
    }
}
