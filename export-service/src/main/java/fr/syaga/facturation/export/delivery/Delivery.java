package fr.syaga.facturation.export.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * One mail with one document to one customer. What it says and carries is frozen when it is ordered; it leaves once. A mail whose
 * fate nobody knows is DOUBTFUL and leaves again only when a person says so.
 */
@Entity
class Delivery {

    private static final Set<Status> OPEN_TO_A_YES = EnumSet.of(Status.WAITING, Status.DOUBTFUL, Status.REFUSED);
    private static final Set<Status> OPEN_TO_AN_ADDRESS = EnumSet.of(Status.WAITING, Status.REFUSED);
    private static final Set<Status> UNDER_WAY = EnumSet.of(Status.APPROVED, Status.SENDING, Status.SENT);

    /** What a dry run calls a quote that has no number yet. */
    private static final String UNNUMBERED = "PROJET";

    @Id
    private UUID id;

    private UUID invoiceId;
    private String number;

    @Enumerated(EnumType.STRING)
    private Invoice.Kind kind;

    private String customerCode;
    private String customerName;
    private LocalDate issuedOn;
    private BigDecimal grossAmount;

    @Embedded
    private Envelope envelope;

    private int edition = 1;
    private boolean electronic;
    private boolean ownDocument;
    private String missing;
    // The naming strategy sees no words in a row of capitals.
    @Column(name = "no_e_invoice")
    private String noEInvoice;

    private String addressChangedFrom;
    private boolean withTimesheet;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int attempts;
    private Instant notBefore;
    private Instant claimedAt;
    private String problem;
    private String createdBy;
    private Instant createdAt;
    private String decidedBy;
    private Instant decidedAt;
    private Instant sentAt;
    private Instant toldAt;

    @Version
    private int version;

    protected Delivery() {}

    Delivery(Invoice invoice, Letter letter, String user, Instant now) {
        id = letter.id();
        invoiceId = invoice.id();
        number = invoice.number() == null ? UNNUMBERED : invoice.number();
        kind = invoice.kind();
        customerCode = invoice.customerCode();
        customerName = invoice.customerName();
        issuedOn = invoice.issuedOn();
        grossAmount = invoice.grossAmount();
        envelope = letter.envelope();
        electronic = letter.isElectronic();
        ownDocument = letter.isOwnDocument();
        missing = String.join(", ", letter.missing());
        noEInvoice = letter.noEInvoice();
        withTimesheet = letter.timesheet() != null;
        status = Status.WAITING;
        createdBy = user;
        createdAt = now;
        notBefore = now;
    }

    /** Where the mail stands. */
    enum Status {
        /** A person's yes is awaited. */
        WAITING,
        /** To be sent, or sent anew after the server had put it off. */
        APPROVED,
        /** Written down before the first byte leaves: whoever finds it so after a crash knows that it may have left. */
        SENDING,
        /** The server took it. */
        SENT,
        /** The server may or may not have taken it; a person looks. */
        DOUBTFUL,
        /** The server refused it for good. */
        REFUSED,
        /** A person decided against it. */
        CANCELLED
    }

    /** A person's yes; again after a doubt or a refusal. Repeating it is harmless. */
    void approve(String user, Instant now) {
        if (UNDER_WAY.contains(status)) {
            return;
        }
        require(OPEN_TO_A_YES.contains(status), "sent; order a new one with POST /api/v1/deliveries");
        decide(Status.APPROVED, user, now);
        notBefore = now;
        attempts = 0;
    }

    /** Goes where the customer is reached now; a mail that may have left keeps the addresses that it went to. */
    void readdress(List<String> addresses) {
        String latest = Envelope.joined(addresses);
        if (takesTheLatestAddress() && !latest.equals(envelope.recipients())) {
            addressChangedFrom = envelope.recipients();
            envelope = envelope.to(latest);
        }
    }

    boolean takesTheLatestAddress() {
        return OPEN_TO_AN_ADDRESS.contains(status);
    }

    /** A person found out that the customer has it after all: it left when it was last tried. */
    void confirm(String user, Instant now) {
        if (status == Status.SENT) {
            return;
        }
        require(status == Status.DOUBTFUL, "confirmed; only a doubtful one can be");
        decide(Status.SENT, user, now);
        sentAt = claimedAt;
        notBefore = now;
    }

    void cancel(String user, Instant now) {
        if (status == Status.CANCELLED) {
            return;
        }
        require(OPEN_TO_A_YES.contains(status) || status == Status.APPROVED, "cancelled; the mail is gone or going");
        decide(Status.CANCELLED, user, now);
    }

    private void decide(Status next, String user, Instant now) {
        status = next;
        problem = null;
        decidedBy = user;
        decidedAt = now;
    }

    private void require(boolean allowed, String deed) {
        if (!allowed) {
            throw Rejection.conflict(
                    "wrong-state", "The delivery of %s is %s and cannot be %s.".formatted(number, status, deed));
        }
    }

    /** The intent, written down before the mail leaves. */
    void claim(Instant now) {
        status = Status.SENDING;
        claimedAt = now;
        attempts++;
    }

    void sent(Instant now) {
        status = Status.SENT;
        problem = null;
        sentAt = now;
        notBefore = now;
    }

    void putOff(String why, Instant next) {
        status = Status.APPROVED;
        problem = why;
        notBefore = next;
    }

    void refuse(String why) {
        status = Status.REFUSED;
        problem = why;
    }

    void doubt(String why) {
        status = Status.DOUBTFUL;
        problem = why;
    }

    /** invoice-service knows; of a redirected mail it is never told, for the customer got nothing. */
    void told(Instant now) {
        toldAt = now;
    }

    void tellLater(Instant next) {
        notBefore = next;
    }

    boolean isSending() {
        return status == Status.SENDING;
    }

    UUID id() {
        return id;
    }

    UUID invoiceId() {
        return invoiceId;
    }

    String number() {
        return number;
    }

    String customerCode() {
        return customerCode;
    }

    String customerName() {
        return customerName;
    }

    BigDecimal grossAmount() {
        return grossAmount;
    }

    Envelope envelope() {
        return envelope;
    }

    boolean electronic() {
        return electronic;
    }

    /** A quote that was reopened after it had been mailed leaves once more, as it is now. */
    void again(Delivery before) {
        edition = before.edition + 1;
    }

    boolean isOfAMailedQuote() {
        return kind == Invoice.Kind.QUOTE && status == Status.SENT;
    }

    boolean waitsForAYes() {
        return OPEN_TO_A_YES.contains(status);
    }

    boolean ownDocument() {
        return ownDocument;
    }

    String missing() {
        return missing;
    }

    /** Why the document is no electronic invoice, null when it is one. */
    String noEInvoice() {
        return noEInvoice;
    }

    /** Where the mail would have gone before the customer's address was corrected, null when it was not. */
    String addressChangedFrom() {
        return addressChangedFrom;
    }

    boolean withTimesheet() {
        return withTimesheet;
    }

    Status status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    String problem() {
        return problem;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    Instant toldAt() {
        return toldAt;
    }
}
