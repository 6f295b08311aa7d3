package fr.syaga.facturation.invoice.history;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.numbering.NumberingConfig;
import fr.syaga.facturation.invoice.numbering.NumberingConfig.Authority;

/** Gives an approved invoice the number that somebody read in Oxygène, whether a person or its report says it. */
@ApplicationScoped
class LearntNumbers {

    private final PendingNumbers pending;
    private final Invoices invoices;
    private final NumberingConfig numbering;
    private final LegalMentions mentions;

    LearntNumbers(PendingNumbers pending, Invoices invoices, NumberingConfig numbering, LegalMentions mentions) {
        this.pending = pending;
        this.invoices = invoices;
        this.numbering = numbering;
        this.mentions = mentions;
    }

    /** @throws Rejection 409 when we are the ones who number */
    void requireOxygeneNumbers() {
        if (numbering.authority() != Authority.OXYGENE) {
            throw Rejection.conflict("numbered-by-us", "We give the legal number: issue the invoice instead.");
        }
    }

    /** The invoice becomes ISSUED under the number. @throws Rejection 409 when it cannot be this one's */
    void learn(Invoice invoice, String number) {
        if (invoices.withNumber(number).isPresent()) {
            throw Rejection.conflict("number-taken", "%s is the number of another document.".formatted(number));
        }
        if (number.charAt(0) != invoice.kind().prefix()) {
            throw Rejection.conflict("wrong-prefix", "An invoice's number begins with F, a credit note's with A.");
        }
        pending.findByIdOptional(number).ifPresent(row -> requireSame(row, invoice));
        invoice.issue(number, mentions.of(invoice.asker()));
        pending.deleteById(number);
        invoices.flush();
    }

    /** A number that the list gave to another customer, day or amount is none for this invoice. */
    private static void requireSame(PendingNumber row, Invoice invoice) {
        boolean same = row.customerCode().equalsIgnoreCase(invoice.customerCode())
                && row.issuedOn().equals(invoice.issuedOn())
                && Money.of(row.netAmount()).equals(invoice.net());
        if (!same) {
            throw Rejection.conflict(
                    "number-of-another",
                    "In Oxygène's list %s is of %s, %s, %s euros net. GET /api/v1/matches tells which invoices it fits."
                            .formatted(row.number(), row.customerCode(), row.issuedOn(), row.netAmount()));
        }
    }
}
