package fr.syaga.facturation.invoice.history;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import fr.syaga.facturation.invoice.invoice.ListedDocument;

/** A numbered row of the list that fits several of our approved invoices, or shares one with other rows: a person decides. */
@Entity
class PendingNumber {

    @Id
    private String number;

    private String customerCode;

    private LocalDate issuedOn;

    private BigDecimal netAmount;

    private BigDecimal grossAmount;

    protected PendingNumber() {}

    PendingNumber(ListedDocument row) {
        this.number = row.number();
        this.customerCode = row.customerCode();
        this.issuedOn = row.issuedOn();
        this.netAmount = row.net().amount();
        this.grossAmount = row.gross().amount();
    }

    String number() {
        return number;
    }

    String customerCode() {
        return customerCode;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    BigDecimal netAmount() {
        return netAmount;
    }

    BigDecimal grossAmount() {
        return grossAmount;
    }
}
