package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

import fr.syaga.facturation.invoice.cache.CachedSending;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

/**
 * A document of account: an invoice or a credit note. Its totals are those of its lines by EN 16931; an imported one has the
 * list's totals and no lines. Once issued, neither its lines, nor its amounts, dates, number or customer change any more, in
 * code and in the database.
 */
@Entity
@DynamicUpdate
public class Invoice extends InvoiceText {

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status;

    @Embedded
    private Settlement settlement = Settlement.NOTHING_PAID;

    /** Of a quote only. */
    @Embedded
    private Offer offer;

    /** The accepted quote that it was made of, and which part of it; null for all others. */
    @Column(name = "quote_id")
    private UUID quoteId;

    @Enumerated(EnumType.STRING)
    private QuotePart quotePart;

    @OneToMany
    @JoinColumn(name = "quote_id", insertable = false, updatable = false)
    @OrderBy("createdAt, id")
    @BatchSize(size = 200)
    private List<Invoice> madeInvoices = new ArrayList<>();

    /** Null when nothing of it happened yet: an embeddable of nulls is none. */
    @Embedded
    private Handover handover;

    @Formula(CachedSending.OF_THE_NUMBER)
    private String cachedSending;

    /** Of the PDF that Oxygène printed of it; null when we don't have it. */
    private String documentSha256;

    @Version
    private int version;

    protected Invoice() {}

    private Invoice(InvoiceStatus status, InvoiceKind kind, InvoiceOrigin origin) {
        super(kind, origin);
        this.status = status;
    }

    /** A draft as its writer brought it, with what was absent filled in. */
    static Invoice draft(InvoiceDraft draft, Customer customer, Taxation taxation, LocalDate today) {
        Invoice invoice = new Invoice(InvoiceStatus.DRAFT, draft.kind(), draft.origin());
        invoice.reference = draft.reference();
        invoice.contentHash = ContentHash.of(draft);
        invoice.write(draft, customer, taxation, today);
        return invoice;
    }

    /**
     * A document of the imported list: issued, with the list's own number and amounts, and no lines.
     *
     * @param rate found from its amounts; null when none fits
     * @param customerCode as the ledger spells it
     */
    public static Invoice listed(ListedDocument row, VatRate rate, String customerCode, UUID importId) {
        Invoice invoice = new Invoice(InvoiceStatus.ISSUED, row.kind(), InvoiceOrigin.HISTORY);
        invoice.importId = importId;
        invoice.number = row.number();
        invoice.customerCode = customerCode;
        invoice.customerName = row.customerName();
        invoice.issuedOn = row.issuedOn();
        invoice.netAmount = row.net().amount();
        invoice.grossAmount = row.gross().amount();
        invoice.vatAmount = row.gross().minus(row.net()).amount();
        invoice.listedVatRate = rate == null ? null : rate.percent().setScale(2);
        invoice.settlement = Settlement.listed(row.paid(), row.outstanding());
        invoice.words = invoice.searchable();
        return invoice;
    }

    /** Replaces all that a draft says. */
    void rewrite(InvoiceDraft draft, Customer customer, Taxation taxation, LocalDate today) {
        requireDraft("changed");
        if (draft.kind() != kind) {
            throw Refusal.wrongState(this, "turned into another kind of document");
        }
        write(draft, customer, taxation, today);
    }

    private void write(InvoiceDraft draft, Customer customer, Taxation taxation, LocalDate today) {
        customerCode = customer.code();
        customerName = customer.name();
        issuedOn = Objects.requireNonNullElse(draft.issuedOn(), today);
        offer = isQuote() ? Offer.until(DraftRules.validUntil(draft, issuedOn)) : null;
        dueOn = DraftRules.dueOn(draft, issuedOn, customer.paymentTerms());
        DraftRules.checkDates(issuedOn, dueOn, draft, customer.vatRegime());
        periodFrom = draft.periodFrom();
        periodTo = draft.periodTo();
        subject = draft.subject();
        purchaseOrder = draft.purchaseOrder() == null ? customer.purchaseOrder() : draft.purchaseOrder();
        contractId = draft.contractId();
        runId = draft.runId();
        creditOf = draft.creditOf();
        List<InvoiceLine> written = DraftRules.lines(draft, taxation, issuedOn);
        take(origin == InvoiceOrigin.TIME ? MeasuredLines.keep(lines, written, draft.lines()) : written);
        words = searchable();
    }

    private void take(List<InvoiceLine> written) {
        if (!lines.equals(written)) {
            lines.clear();
            lines.addAll(written);
        }
        VatTotals totals = vatTotals();
        DraftRules.checkFits(totals);
        netAmount = totals.net().amount();
        vatAmount = totals.vat().amount();
        grossAmount = totals.gross().amount();
    }

    /** Sets the VAT of its lines right by what holds for the customer now; nothing else changes. */
    void recompute(Taxation taxation) {
        require("recomputed", InvoiceStatus.DRAFT);
        take(taxation.corrected(lines, issuedOn));
    }

    /** @throws fr.syaga.facturation.edge.Rejection 409 when it was made of a draft with other words */
    void requireSame(InvoiceDraft draft, String key) {
        if (!contentHash.equals(ContentHash.of(draft))) {
            throw Refusal.otherContent(key);
        }
    }

    void rememberKey(String key) {
        idempotencyKey = key;
    }

    void approve() {
        requireDraft("approved");
        if (isQuote()) {
            throw Refusal.wrongState(this, "approved");
        }
        status = InvoiceStatus.APPROVED;
    }

    /** Back to draft; 409 once it left in a file, unless Oxygène no longer has it. */
    void reopen(Withdrawal withdrawal) {
        if (isQuote()) {
            requireOpenOffer();
        } else {
            require("reopened", InvoiceStatus.APPROVED);
        }
        withdraw("reopened", withdrawal);
        if (isQuote()) {
            offer = offer.unanswered();
            handover = handover().unsent();
        }
        status = InvoiceStatus.DRAFT;
    }

    /** A new version of a quote keeps its number; invoices that were made of it come first. */
    private void requireOpenOffer() {
        if (madeInvoices.stream().anyMatch(each -> each.status != InvoiceStatus.CANCELLED)) {
            throw Refusal.invoicesMade(this);
        }
    }

    /** A quote goes to its customer under the number that it got the first time. */
    void offer(String quoteNumber, LocalDate today) {
        requireDraft("sent");
        if (offer.validUntil().isBefore(today)) {
            throw Refusal.lapsed(this, offer.validUntil());
        }
        number = quoteNumber;
        status = InvoiceStatus.SENT;
        words = searchable();
    }

    /** True when a quote's last day is over and nobody answered. */
    boolean isLapsed(LocalDate today) {
        return status == InvoiceStatus.SENT && offer.validUntil().isBefore(today);
    }

    /** The customer said yes; an advance in percent, or null when all of it is billed. */
    public void accept(BigDecimal advance, LocalDate today) {
        requireUnlapsed(today);
        require("accepted", InvoiceStatus.SENT);
        offer = offer.accepted(advance);
        status = InvoiceStatus.ACCEPTED;
    }

    /** The customer said no. */
    public void decline(String reason) {
        require("declined", InvoiceStatus.SENT, InvoiceStatus.EXPIRED);
        offer = offer.declined(reason);
        status = InvoiceStatus.DECLINED;
    }

    private void requireUnlapsed(LocalDate today) {
        if (isLapsed(today)) {
            throw Refusal.lapsed(this, offer.validUntil());
        }
    }

    /** Remembers that it bills a part of a quote that the customer accepted. */
    void madeOf(Invoice quote, QuotePart part) {
        quoteId = quote.id;
        quotePart = part;
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
        if (documentSha256 != null) {
            throw Refusal.hasDocument(this, deed);
        }
        handover = handover().withdrawn();
    }

    /** Becomes a legal document under this number, and says from here on what the law asks for today. */
    public void issue(String legalNumber, LegalFacts facts) {
        require("issued", InvoiceStatus.APPROVED);
        number = legalNumber;
        freeze(facts);
        status = InvoiceStatus.ISSUED;
        words = searchable();
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
        require("exported", InvoiceStatus.APPROVED, InvoiceStatus.ISSUED, InvoiceStatus.SENT, InvoiceStatus.ACCEPTED);
        if (handover().isExportedAs(key)) {
            return false;
        }
        handover = handover().exportedAs(key, at);
        return true;
    }

    /** Remembers that the customer got it; the first time counts. True when this, or somebody who got it, is new. */
    boolean sent(Instant at, List<String> recipients) {
        require("sent", InvoiceStatus.ISSUED, InvoiceStatus.SENT, InvoiceStatus.ACCEPTED);
        Handover after = handover().sent(at, recipients);
        boolean isNew = !after.equals(handover());
        handover = after;
        return isNew;
    }

    /** Remembers Oxygène's own paper by its hash, or forgets it; what a customer got stays. True when that is a change. */
    public boolean keepDocument(String sha256) {
        require("given Oxygène's own document", InvoiceStatus.APPROVED, InvoiceStatus.ISSUED);
        if (Objects.equals(sha256, documentSha256)) {
            return false;
        }
        if (documentSha256 != null && handover().isSent()) {
            throw Refusal.documentSent(this);
        }
        documentSha256 = sha256;
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

    /** Takes a payment back; 409 when the list has told less than that since. */
    void takeBack(Money amount, UUID madeBySettlement) {
        Settlement without = settlement.without(amount, madeBySettlement);
        if (kind.signed(without.paid()).isNegative()) {
            throw Refusal.paymentOvertaken(this, amount);
        }
        settlement = without;
    }

    /** Takes over what the list says of payments, unless a person said that it is settled. True when it is new. */
    public boolean listedPayment(ListedDocument row) {
        Settlement listed = Settlement.listed(row.paid(), row.outstanding());
        if (!row.tellsPayment() || settlement.isDeclared() || settlement.equals(listed)) {
            return false;
        }
        settlement = listed;
        return true;
    }

    /** True when the list tells its payment otherwise than a person who said that all of that time is paid. */
    public boolean isSettledOtherwise(ListedDocument row) {
        return settlement.isDeclared() && row.tellsPayment() && !outstanding().equals(row.outstanding());
    }

    /** What is still to be paid. */
    Money outstanding() {
        return settlement.outstandingOf(gross());
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

    public Offer offer() {
        return Objects.requireNonNullElse(offer, Offer.NONE);
    }

    UUID quoteId() {
        return quoteId;
    }

    public QuotePart quotePart() {
        return quotePart;
    }

    /** What was made of an accepted quote, cancelled ones too; of all others nothing. */
    public List<Invoice> madeInvoices() {
        return isQuote() ? List.copyOf(madeInvoices) : List.of();
    }

    public InvoiceStatus status() {
        return status;
    }

    public Money paid() {
        return settlement.paid();
    }

    public Instant exportedAt() {
        return handover().exportedAt();
    }

    public String exportKey() {
        return handover().exportKey();
    }

    Instant sentAt() {
        return handover().sentAt();
    }

    CachedSending cachedSending() {
        return CachedSending.of(cachedSending);
    }

    List<String> sentTo() {
        return handover().recipients();
    }

    public String documentSha256() {
        return documentSha256;
    }

    public int version() {
        return version;
    }
}
