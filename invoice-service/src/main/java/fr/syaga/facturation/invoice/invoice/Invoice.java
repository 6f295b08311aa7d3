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

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.cache.CachedSending;
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
    private Dispatch dispatch;

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

    /**
     * A draft of this content.
     *
     * @param hash of what its writer said, by which the same draft is known when it comes again
     */
    public static Invoice draft(InvoiceContent content, String reference, String hash) {
        Invoice invoice = new Invoice(InvoiceStatus.DRAFT, content.kind(), content.origin());
        invoice.reference = reference;
        invoice.contentHash = hash;
        invoice.write(content);
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
    public void rewrite(InvoiceContent content) {
        requireDraft("changed");
        requireKind(content.kind());
        write(content);
    }

    /** @throws fr.syaga.facturation.edge.Rejection 409 for another kind: a document stays what it is */
    public void requireKind(InvoiceKind wanted) {
        if (wanted != kind) {
            throw Refusal.wrongState(this, "turned into another kind of document");
        }
    }

    private void write(InvoiceContent content) {
        customerCode = content.customerCode();
        customerName = content.customerName();
        issuedOn = content.issuedOn();
        offer = isQuote() ? Offer.until(content.validUntil()) : null;
        dueOn = content.dueOn();
        periodFrom = content.periodFrom();
        periodTo = content.periodTo();
        subject = content.subject();
        purchaseOrder = content.purchaseOrder();
        contractId = content.contractId();
        runId = content.runId();
        creditOf = content.creditOf();
        take(content.lines());
        words = searchable();
    }

    private void take(List<InvoiceLine> written) {
        if (!lines.equals(written)) {
            lines.clear();
            lines.addAll(written);
        }
        VatTotals totals = vatTotals();
        if (!totals.net().fits() || !totals.gross().fits()) {
            throw Rejection.invalid("lines", "the document's total is more than " + Money.MAX + " euros");
        }
        netAmount = totals.net().amount();
        vatAmount = totals.vat().amount();
        grossAmount = totals.gross().amount();
    }

    /** Takes its lines with their VAT set right; nothing else changes. */
    public void recompute(List<InvoiceLine> corrected) {
        requireDraft("recomputed");
        take(corrected);
    }

    /** @throws fr.syaga.facturation.edge.Rejection 409 when it was made of a draft with other words */
    public void requireSame(String hash, String key) {
        if (!contentHash.equals(hash)) {
            throw Refusal.otherContent(key);
        }
    }

    public void rememberKey(String key) {
        idempotencyKey = key;
    }

    public void approve() {
        requireDraft("approved");
        if (isQuote()) {
            throw Refusal.wrongState(this, "approved");
        }
        status = InvoiceStatus.APPROVED;
    }

    /** Back to draft; 409 once it left in a file, unless Oxygène no longer has it. */
    public void reopen(Withdrawal withdrawal) {
        if (isQuote()) {
            requireOpenOffer();
        } else {
            require("reopened", InvoiceStatus.APPROVED);
        }
        withdraw("reopened", withdrawal);
        if (isQuote()) {
            offer = offer.unanswered();
            dispatch = dispatch().unsent();
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
    public void offer(String quoteNumber, LocalDate today) {
        requireDraft("sent");
        if (offer.validUntil().isBefore(today)) {
            throw Refusal.lapsed(this, offer.validUntil());
        }
        number = quoteNumber;
        status = InvoiceStatus.SENT;
        words = searchable();
    }

    /** True when a quote's last day is over and nobody answered. */
    public boolean isLapsed(LocalDate today) {
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
    public void madeOf(Invoice quote, QuotePart part) {
        quoteId = quote.id;
        quotePart = part;
    }

    /** Gives it up for good; 409 once it left in a file, unless Oxygène no longer has it. */
    public void cancel(Withdrawal withdrawal) {
        require("cancelled", InvoiceStatus.APPROVED);
        withdraw("cancelled", withdrawal);
        status = InvoiceStatus.CANCELLED;
    }

    private void withdraw(String deed, Withdrawal withdrawal) {
        if (dispatch().isExported() && !withdrawal.isProven()) {
            throw Refusal.exported(this, deed);
        }
        if (documentSha256 != null) {
            throw Refusal.hasDocument(this, deed);
        }
        dispatch = dispatch().withdrawn();
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
    public boolean freeze(LegalFacts facts) {
        if (legalFacts != null || facts.seller() == null) {
            return false;
        }
        legalFacts = facts;
        return true;
    }

    /** Remembers that it left for the accounting software; the first time counts. True when this was it. */
    public boolean exported(String key, Instant at) {
        require("exported", InvoiceStatus.APPROVED, InvoiceStatus.ISSUED, InvoiceStatus.SENT, InvoiceStatus.ACCEPTED);
        if (dispatch().isExportedAs(key)) {
            return false;
        }
        dispatch = dispatch().exportedAs(key, at);
        return true;
    }

    /** Remembers that the customer got it; the first time counts. True when this, or somebody who got it, is new. */
    public boolean sent(Instant at, List<String> recipients) {
        require("sent", InvoiceStatus.ISSUED, InvoiceStatus.SENT, InvoiceStatus.ACCEPTED);
        Dispatch after = dispatch().sent(at, recipients);
        boolean isNew = !after.equals(dispatch());
        dispatch = after;
        return isNew;
    }

    /** Remembers Oxygène's own paper by its hash, or forgets it; what a customer got stays. True when that is a change. */
    public boolean keepDocument(String sha256) {
        require("given Oxygène's own document", InvoiceStatus.APPROVED, InvoiceStatus.ISSUED);
        if (Objects.equals(sha256, documentSha256)) {
            return false;
        }
        if (documentSha256 != null && dispatch().isSent()) {
            throw Refusal.documentSent(this);
        }
        documentSha256 = sha256;
        return true;
    }

    /** Takes a payment; more than what is owed is refused. */
    public void pay(Money amount) {
        require("paid", InvoiceStatus.ISSUED);
        if (amount.isMoreThan(outstanding())) {
            throw Refusal.overpayment(this, amount);
        }
        settlement = settlement.plus(amount);
    }

    /** Takes a payment back; 409 when the list has told less than that since. */
    public void takeBack(Money amount, UUID madeBySettlement) {
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
    public Money outstanding() {
        return settlement.outstandingOf(gross());
    }

    private Dispatch dispatch() {
        return Objects.requireNonNullElse(dispatch, Dispatch.NONE);
    }

    public void requireDraft(String deed) {
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
        return dispatch().exportedAt();
    }

    public String exportKey() {
        return dispatch().exportKey();
    }

    public Instant sentAt() {
        return dispatch().sentAt();
    }

    CachedSending cachedSending() {
        return CachedSending.of(cachedSending);
    }

    public List<String> sentTo() {
        return dispatch().recipients();
    }

    public String documentSha256() {
        return documentSha256;
    }

    public int version() {
        return version;
    }
}
