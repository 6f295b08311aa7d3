package fr.syaga.facturation.export.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import fr.syaga.facturation.export.document.EntryNumbers;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.selection.SkippedInvoice;

/**
 * A selection of invoices on its way into one file. It is RUNNING, then DONE with a file whose bytes never change, or FAILED
 * with a sentence and no file.
 */
@Entity
@Table(name = "export")
class Export {

    private static final int WHOLE = 100;

    @Id
    private UUID id;

    private UUID selectionId;

    @Enumerated(EnumType.STRING)
    private Format format;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int progress;
    private int documents;
    private BigDecimal totalNet;
    private BigDecimal totalGross;
    private String fileName;
    private boolean again;
    private String sha256;
    private Long size;
    private String problem;
    private String profile;
    private String entryNumbers;
    private UUID follows;
    private String createdBy;
    private Instant createdAt;
    private Instant finishedAt;

    @ElementCollection
    @CollectionTable(name = "skipped_invoice", joinColumns = @JoinColumn(name = "export_id"))
    @OrderColumn(name = "position")
    private List<SkippedInvoice> skipped = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "export_part", joinColumns = @JoinColumn(name = "export_id"))
    @OrderColumn(name = "position")
    @Column(name = "part_id")
    private List<UUID> parts = new ArrayList<>();

    protected Export() {}

    Export(UUID id, UUID selectionId, Format format, Contents contents, boolean again, String user, Instant now) {
        this.id = id;
        this.selectionId = selectionId;
        this.format = format;
        this.status = Status.RUNNING;
        this.documents = contents.documents();
        this.totalNet = contents.totalNet();
        this.totalGross = contents.totalGross();
        this.skipped = new ArrayList<>(contents.skipped());
        this.fileName = contents.fileName();
        this.again = again;
        this.createdBy = user;
        this.createdAt = now;
    }

    /** What the file is to hold: its control totals are known before it is written. */
    record Contents(
            int documents, BigDecimal totalNet, BigDecimal totalGross, List<SkippedInvoice> skipped, String fileName) {}

    /** Where the work stands. */
    enum Status {
        RUNNING,
        DONE,
        FAILED
    }

    /** Sends what the other one left behind for a cause that is mended since. */
    void follow(Export other) {
        follows = other.id;
    }

    /** Keeps the profile that decided what leaves, as JSON. */
    void decideBy(String oxygeneProfile) {
        profile = oxygeneProfile;
    }

    /** Keeps the numbers of a journal's entries. */
    void number(EntryNumbers numbers) {
        entryNumbers = numbers.ranges();
    }

    void bundle(List<UUID> exports) {
        parts = new ArrayList<>(exports);
    }

    /** Takes back one document that could not be written. */
    void leaveOut(SkippedInvoice left, Invoice document) {
        requireRunning();
        skipped.add(left);
        documents--;
        totalNet = totalNet.subtract(document.netAmount());
        totalGross = totalGross.subtract(document.grossAmount());
    }

    void finish(String fileSha256, long fileSize, Instant now) {
        requireRunning();
        status = Status.DONE;
        progress = WHOLE;
        sha256 = fileSha256;
        size = fileSize;
        finishedAt = now;
    }

    void fail(String sentence, Instant now) {
        requireRunning();
        status = Status.FAILED;
        problem = sentence;
        finishedAt = now;
    }

    private void requireRunning() {
        if (status != Status.RUNNING) {
            throw new IllegalStateException("Export %s is already %s.".formatted(id, status));
        }
    }

    UUID id() {
        return id;
    }

    UUID selectionId() {
        return selectionId;
    }

    Format format() {
        return format;
    }

    Status status() {
        return status;
    }

    int progress() {
        return progress;
    }

    int documents() {
        return documents;
    }

    BigDecimal totalNet() {
        return totalNet;
    }

    BigDecimal totalGross() {
        return totalGross;
    }

    String fileName() {
        return fileName;
    }

    boolean again() {
        return again;
    }

    String sha256() {
        return sha256;
    }

    Long size() {
        return size;
    }

    String problem() {
        return problem;
    }

    /** As JSON; null for files that are not for Oxygène. */
    String profile() {
        return profile;
    }

    /** Null for other files than journals, and for journals of before they were kept. */
    EntryNumbers entryNumbers() {
        return entryNumbers == null ? null : new EntryNumbers(entryNumbers);
    }

    UUID follows() {
        return follows;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    List<SkippedInvoice> skipped() {
        return skipped;
    }

    List<UUID> parts() {
        return parts;
    }
}
