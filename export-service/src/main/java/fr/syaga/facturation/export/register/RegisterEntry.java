package fr.syaga.facturation.export.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygene.OxygeneAddress;
import fr.syaga.facturation.export.oxygene.OxygeneKey;

/** One invoice that leaves for Oxygène in one file under one key. The key is never used again, whatever becomes of the file. */
@Entity
@Table(name = "oxygene_departure")
public class RegisterEntry {

    @Id
    private long keyNumber;

    private UUID exportId;
    private UUID invoiceId;
    private String number;

    @Enumerated(EnumType.STRING)
    private Invoice.Kind kind;

    private String customerCode;
    private BigDecimal netAmount;
    private BigDecimal grossAmount;
    private String articleCode;
    private String paymentCode;
    private String credited;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "address_name"))
    @AttributeOverride(name = "line1", column = @Column(name = "address_line1"))
    @AttributeOverride(name = "line2", column = @Column(name = "address_line2"))
    @AttributeOverride(name = "postalCode", column = @Column(name = "address_postal_code"))
    @AttributeOverride(name = "city", column = @Column(name = "address_city"))
    @AttributeOverride(name = "country", column = @Column(name = "address_country"))
    @AttributeOverride(name = "email", column = @Column(name = "address_email"))
    private MailingAddress address;

    private boolean again;
    private String fileName;
    private String sha256;
    private String leftBy;
    private Instant leftAt;
    private Instant markedAt;

    protected RegisterEntry() {}

    /**
     * @param customer null when invoice-service does not know the customer's codes
     * @param credited the number and date of the invoice that a credit note takes back
     * @param address the customer's, null when it does not go along
     */
    public RegisterEntry(
            long keyNumber,
            UUID exportId,
            Invoice invoice,
            Customer customer,
            String credited,
            OxygeneAddress address,
            boolean again) {
        this.keyNumber = keyNumber;
        this.exportId = exportId;
        this.invoiceId = invoice.id();
        this.number = invoice.number();
        this.kind = invoice.kind();
        this.customerCode = invoice.customerCode();
        this.netAmount = invoice.netAmount();
        this.grossAmount = invoice.grossAmount();
        this.articleCode = customer == null ? null : customer.articleCode();
        this.paymentCode = customer == null ? null : customer.paymentCode();
        this.credited = credited;
        this.address = MailingAddress.of(address);
        this.again = again;
    }

    /** What the file says about this document beside its content. */
    public OxygeneKey oxygeneKey() {
        return new OxygeneKey(key(), articleCode, paymentCode, credited, address == null ? null : address.forOxygene());
    }

    /** The WEB_ID. */
    public String key() {
        return "#" + keyNumber;
    }

    long keyNumber() {
        return keyNumber;
    }

    public UUID exportId() {
        return exportId;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    String number() {
        return number;
    }

    Invoice.Kind kind() {
        return kind;
    }

    String customerCode() {
        return customerCode;
    }

    BigDecimal netAmount() {
        return netAmount;
    }

    BigDecimal grossAmount() {
        return grossAmount;
    }

    String fileName() {
        return fileName;
    }

    String sha256() {
        return sha256;
    }

    String leftBy() {
        return leftBy;
    }

    Instant leftAt() {
        return leftAt;
    }

    boolean again() {
        return again;
    }

    public boolean isOfAQuote() {
        return kind == Invoice.Kind.QUOTE;
    }

    public boolean isMarked() {
        return markedAt != null;
    }
}
