package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalFactsText;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;
import fr.syaga.facturation.invoice.vat.VatTable;

/**
 * A document of account: an invoice or a credit note. Its totals are those of its lines by EN 16931; an imported one has the
 * list's totals and no lines. Once issued, neither its lines, nor its amounts, dates, number or customer change any more, in
 * code and in the database.
 */
@Entity
public class Invoice {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private InvoiceKind kind;

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status;

    @Enumerated(EnumType.STRING)
    private InvoiceOrigin origin;

    private String reference;

    private String idempotencyKey;

    private String contentHash;

    private String number;

    private String customerCode;

    private String customerName;

    private LocalDate issuedOn;

    private LocalDate dueOn;

    private LocalDate periodFrom;

    private LocalDate periodTo;

    private String subject;

    private String purchaseOrder;

    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @BatchSize(size = 200)
    private List<InvoiceLine> lines = new ArrayList<>();

    private BigDecimal netAmount;

    private BigDecimal vatAmount;

    private BigDecimal grossAmount;

    @Embedded
    private Settlement settlement = Settlement.NOTHING_PAID;

    /** The rate found from the list's amounts; null when none fits, and on documents of our own. */
    private BigDecimal listedVatRate;

    private String currency = "EUR";

    private UUID creditOf;

    private String contractId;

    private String runId;

    /** The import that brought it; none for a document of our own. */
    private UUID importId;

    /** Null when nothing of it happened yet: an embeddable of nulls is none. */
    @Embedded
    private Handover handover;

    /** What it must say beside its lines, frozen when it was issued; null before and on imported documents. */
    @Convert(converter = LegalFactsText.class)
    private LegalFacts legalFacts;

    private Instant createdAt = Instant.now();

    private String searchText;

    @Version
    private int version;

    protected Invoice() {}

    private Invoice(InvoiceStatus status, InvoiceKind kind, InvoiceOrigin origin) {
        this.id = UUID.randomUUID();
        this.status = status;
        this.kind = kind;
        this.origin = origin;
    }

    /** A draft as its writer brought it, with what was absent filled in. */
    static Invoice draft(InvoiceDraft draft, Customer customer, VatTable rates, LocalDate today) {
        Invoice invoice = new Invoice(InvoiceStatus.DRAFT, draft.kind(), draft.origin());
        invoice.reference = draft.reference();
        invoice.contentHash = ContentHash.of(draft);
        invoice.write(draft, customer, rates, today);
        return invoice;
    }

    /**
     * A document of the imported list: issued, with the list's own number and amounts, and no lines.
     *
     * @param rate found from its amounts; null when none fits
     */
    public static Invoice listed(ListedDocument row, VatRate rate, Customer customer, UUID importId) {
        Invoice invoice = new Invoice(InvoiceStatus.ISSUED, row.kind(), InvoiceOrigin.HISTORY);
        invoice.importId = importId;
        invoice.number = row.number();
        invoice.customerCode = customer.code();
        invoice.customerName = row.customerName();
        invoice.issuedOn = row.issuedOn();
        invoice.netAmount = row.net().amount();
        invoice.grossAmount = row.gross().amount();
        invoice.vatAmount = row.gross().minus(row.net()).amount();
        invoice.listedVatRate = rate == null ? null : rate.percent().setScale(2);
        invoice.settlement = Settlement.listed(row.paid(), row.outstanding());
        invoice.searchText = invoice.searchable();
        return invoice;
    }

    /** Replaces all that a draft says. */
    void rewrite(InvoiceDraft draft, Customer customer, VatTable rates, LocalDate today) {
        requireDraft("changed");
        if (draft.kind() != kind) {
            throw Refusal.wrongState(this, "turned into another kind of document");
        }
        write(draft, customer, rates, today);
    }

    private void write(InvoiceDraft draft, Customer customer, VatTable rates, LocalDate today) {
        customerCode = customer.code();
        customerName = customer.name();
        issuedOn = Objects.requireNonNullElse(draft.issuedOn(), today);
        dueOn = DraftRules.dueOn(draft, issuedOn, customer.paymentTerms());
        DraftRules.checkDates(issuedOn, dueOn, draft, customer.vatRegime());
        periodFrom = draft.periodFrom();
        periodTo = draft.periodTo();
        subject = draft.subject();
        purchaseOrder = draft.purchaseOrder() == null ? customer.purchaseOrder() : draft.purchaseOrder();
        contractId = draft.contractId();
        runId = draft.runId();
        creditOf = draft.creditOf();
        List<InvoiceLine> written = DraftRules.lines(draft, customer.vatRegime(), rates, issuedOn);
        if (origin == InvoiceOrigin.TIME) {
            written = MeasuredLines.keep(lines, written, draft.lines());
        }
        if (!lines.equals(written)) {
            lines.clear();
            lines.addAll(written);
        }
        VatTotals totals = VatTotals.of(lines.stream().map(InvoiceLine::taxed).toList());
        DraftRules.checkFits(totals);
        netAmount = totals.net().amount();
        vatAmount = totals.vat().amount();
        grossAmount = totals.gross().amount();
        searchText = searchable();
    }

    void rememberKey(String key) {
        idempotencyKey = key;
    }

    void approve() {
        require("approved", InvoiceStatus.DRAFT);
        status = InvoiceStatus.APPROVED;
    }

    /** Back to draft; 409 once it left in a file, unless Oxygène no longer has it. */
    void reopen(Withdrawal withdrawal) {
        require("reopened", InvoiceStatus.APPROVED);
        withdraw("reopened", withdrawal);
        status = InvoiceStatus.DRAFT;
    }

    /** Gives it up for good; 409 once it left in a file, unless Oxygène no longer has it. */
    void cancel(Withdrawal withdrawal) {
        require("cancelled", InvoiceStatus.APPROVED);
        withdraw("cancelled", withdrawal);
        status = InvoiceStatus.CANCELLED;
    }

    private void withdraw(String deed, Withdrawal withdrawal) {
        if (handover().isExported() && !withdrawal.isProven()) {
            throw Refusal.exported(this, deed);
        }
        handover = handover().withdrawn();
    }

    /** Becomes a legal document under this number, and says from here on what the law asks for today. */
    public void issue(String legalNumber, LegalFacts facts) {
        require("issued", InvoiceStatus.APPROVED);
        number = legalNumber;
        freeze(facts);
        status = InvoiceStatus.ISSUED;
        searchText = searchable();
    }

    /** Says for ever what the law asks for, once it is known who issues; until then it waits. True when this was it. */
    boolean freeze(LegalFacts facts) {
        if (legalFacts != null || facts.seller() == null) {
            return false;
        }
        legalFacts = facts;
        return true;
    }

    /** Remembers that it left for the accounting software; the first time counts. True when this was it. */
    boolean exported(String key, Instant at) {
        require("exported", InvoiceStatus.APPROVED, InvoiceStatus.ISSUED);
        if (handover().isExportedAs(key)) {
            return false;
        }
        handover = handover().exportedAs(key, at);
        return true;
    }

    /** Remembers that the customer got it; the first time counts. True when this was it. */
    boolean sent(Instant at) {
        require("sent", InvoiceStatus.ISSUED);
        if (handover().sentAt() != null) {
            return false;
        }
        handover = handover().sent(at);
        return true;
    }

    /** Takes a payment; more than what is owed is refused. */
    void pay(Money amount) {
        require("paid", InvoiceStatus.ISSUED);
        if (amount.isMoreThan(outstanding())) {
            throw Refusal.overpayment(this, amount);
        }
        settlement = settlement.plus(amount);
    }

    /** Takes over what the list says of payments. True when it said something new. */
    public boolean listedPayment(ListedDocument row) {
        Settlement listed = Settlement.listed(row.paid(), row.outstanding());
        if (!row.tellsPayment() || settlement.equals(listed)) {
            return false;
        }
        settlement = listed;
        return true;
    }

    /** What is still to be paid. */
    Money outstanding() {
        return settlement.outstandingOf(gross());
    }

    /** Who asks what it must say beside its lines. */
    public LegalMentions.Asker asker() {
        return new LegalMentions.Asker(customerCode, customerName, purchaseOrder, issuedOn, dueOn);
    }

    private Handover handover() {
        return Objects.requireNonNullElse(handover, Handover.NONE);
    }

    void requireDraft(String deed) {
        require(deed, InvoiceStatus.DRAFT);
    }

    private void require(String deed, InvoiceStatus... allowed) {
        if (Stream.of(allowed).noneMatch(status::equals)) {
            throw Refusal.wrongState(this, deed);
        }
    }

    private String searchable() {
        return Stream.concat(
                        Stream.of(number, reference, customerCode, customerName, subject),
                        lines.stream().map(InvoiceLine::description))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    public UUID id() {
        return id;
    }

    public InvoiceKind kind() {
        return kind;
    }

    public InvoiceStatus status() {
        return status;
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

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    String subject() {
        return subject;
    }

    public String purchaseOrder() {
        return purchaseOrder;
    }

    LegalFacts legalFacts() {
        return legalFacts;
    }

    List<InvoiceLine> lines() {
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

    public Money paid() {
        return settlement.paid();
    }

    /** The totals by category and rate of VAT; of an imported document, the one rate that its amounts fit. */
    List<VatShare> vatShares() {
        return lines.isEmpty() ? List.of(new VatShare(null, listedVatRate, netAmount, vatAmount)) : VatShare.of(lines);
    }

    String currency() {
        return currency;
    }

    UUID creditOf() {
        return creditOf;
    }

    String contractId() {
        return contractId;
    }

    String runId() {
        return runId;
    }

    BigDecimal listedVatRate() {
        return listedVatRate;
    }

    public Instant exportedAt() {
        return handover().exportedAt();
    }

    Instant sentAt() {
        return handover().sentAt();
    }

    Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
