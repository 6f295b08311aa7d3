package fr.syaga.facturation.recurrence.occurrence;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

/**
 * What invoice-service said of an occurrence's invoice when it was asked last.
 *
 * @param invoiceNumber its legal number; null as long as none is known
 * @param creditedNet what approved or issued credit notes took back of it, never negative
 */
@Embeddable
public record InvoiceFate(String invoiceNumber, BigDecimal creditedNet) {

    static final InvoiceFate UNKNOWN = new InvoiceFate(null, BigDecimal.ZERO.setScale(2));
}
