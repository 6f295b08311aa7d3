package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;

import org.hibernate.Hibernate;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.id.uuid.UuidVersion7Strategy;

import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalFactsText;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatTotals;

/** What a document says: for whom, of which day, what for and how much. What may happen to it stands in {@link Invoice}. */
@MappedSuperclass
abstract class InvoiceText {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    InvoiceKind kind;

    @Enumerated(EnumType.STRING)
    InvoiceOrigin origin;

    String reference;

    String idempotencyKey;

    String contentHash;

    String number;

    String customerCode;

    String customerName;

    LocalDate issuedOn;

    LocalDate dueOn;

    LocalDate periodFrom;

    LocalDate periodTo;

    String subject;

    String purchaseOrder;

    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @BatchSize(size = Invoices.CHUNK)
    List<InvoiceLine> lines = new ArrayList<>();

    BigDecimal netAmount;

    BigDecimal vatAmount;

    BigDecimal grossAmount;

    /** The rate found from the list's amounts; null when none fits, and on documents of our own. */
    BigDecimal listedVatRate;

    String currency = "EUR";

    UUID creditOf;

    String contractId;

    String runId;

    /** The import that brought it; none for a document of our own. */
    UUID importId;

    /** What it must say beside its lines, frozen when it was issued; null before and on imported documents. */
    @Convert(converter = LegalFactsText.class)
    LegalFacts legalFacts;

    Instant createdAt = Instant.now();

    /** What it is searched by, as {@link SearchWords}. */
    String words;

    protected InvoiceText() {}

    InvoiceText(InvoiceKind kind, InvoiceOrigin origin) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.kind = kind;
        this.origin = origin;
    }

    /** Who asks what it must say beside its lines. */
    public LegalMentions.Asker asker() {
        return new LegalMentions.Asker(customerCode, customerName, purchaseOrder, issuedOn, dueOn);
    }

    String searchable() {
        return SearchWords.of(Stream.concat(
                Stream.of(number, customerCode, customerName, subject),
                lines.stream().map(InvoiceLine::description)));
    }

    /** How a person is told which document is meant: its number, else its id. */
    public String name() {
        return number == null ? "Invoice " + id : number;
    }

    public UUID id() {
        return id;
    }

    public InvoiceKind kind() {
        return kind;
    }

    public boolean isQuote() {
        return kind == InvoiceKind.QUOTE;
    }

    public InvoiceOrigin origin() {
        return origin;
    }

    public String reference() {
        return reference;
    }

    String contentHash() {
        return contentHash;
    }

    public String number() {
        return number;
    }

    public String customerCode() {
        return customerCode;
    }

    public String customerName() {
        return customerName;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public LocalDate periodFrom() {
        return periodFrom;
    }

    public LocalDate periodTo() {
        return periodTo;
    }

    public String subject() {
        return subject;
    }

    public String purchaseOrder() {
        return purchaseOrder;
    }

    public LegalFacts legalFacts() {
        return legalFacts;
    }

    /** Brings the lines into the session. */
    public void readLines() {
        Hibernate.initialize(lines);
    }

    public List<InvoiceLine> lines() {
        return List.copyOf(lines);
    }

    public Money net() {
        return Money.of(netAmount);
    }

    public Money vat() {
        return Money.of(vatAmount);
    }

    public Money gross() {
        return Money.of(grossAmount);
    }

    public VatTotals vatTotals() {
        return VatTotals.of(lines.stream().map(InvoiceLine::taxed).toList());
    }

    /** The totals by category and rate of VAT; of an imported document, the one rate that its amounts fit. */
    public List<VatShare> vatShares() {
        return lines.isEmpty() ? List.of(new VatShare(null, listedVatRate, netAmount, vatAmount)) : VatShare.of(lines);
    }

    public String currency() {
        return currency;
    }

    public UUID creditOf() {
        return creditOf;
    }

    public String contractId() {
        return contractId;
    }

    public String runId() {
        return runId;
    }

    public BigDecimal listedVatRate() {
        return listedVatRate;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
