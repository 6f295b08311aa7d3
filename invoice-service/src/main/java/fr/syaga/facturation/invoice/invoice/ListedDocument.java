package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;

import fr.syaga.facturation.invoice.money.Money;

/**
 * A document as Oxygène's list shows it: the source of truth for amounts.
 *
 * @param number without space, such as {@code F20250746}
 * @param outstanding the list's "Reste dû"
 * @param tellsPayment false when the list has neither of the two: then they are supposed, and change nothing that is known
 */
public record ListedDocument(
        String number,
        InvoiceKind kind,
        String customerCode,
        String customerName,
        LocalDate issuedOn,
        Money net,
        Money gross,
        Money paid,
        Money outstanding,
        boolean tellsPayment) {}
