package fr.syaga.facturation.recurrence.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.detection.Leak;
import fr.syaga.facturation.recurrence.detection.Pattern;
import fr.syaga.facturation.recurrence.detection.PatternStatus;
import fr.syaga.facturation.recurrence.detection.PricePoint;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;
import fr.syaga.facturation.recurrence.term.Agreement;
import fr.syaga.facturation.recurrence.term.ReplacedAsAWhole;

/**
 * A pattern as the last analysis that found it saw it. Its id and a person's decision stay from analysis to analysis. Its lists are
 * replaced as a whole and never changed: no copy of them is kept to compare with, and only what is new is written.
 */
@Entity
@Table(name = "pattern")
@DynamicUpdate
public class FoundPattern {

    @Id
    private UUID id;

    private UUID analysisId;
    private String customerCode;
    private String customerName;
    private String label;
    private BigDecimal netAmount;

    @Enumerated(EnumType.STRING)
    private Periodicity periodicity;

    private LocalDate anchorOn;
    private int dayOfMonth;
    private LocalDate since;
    private LocalDate lastInvoicedOn;
    private LocalDate nextDueOn;
    private int missed;
    private BigDecimal confidence;

    @Enumerated(EnumType.STRING)
    private PatternStatus status;

    private String explanation;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedAsAWhole.class)
    private List<String> evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedAsAWhole.class)
    private List<Pattern.Occurrence> occurrences;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedAsAWhole.class)
    private List<PricePoint> priceHistory;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedAsAWhole.class)
    private List<Leak> leaks;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private UUID contractId;

    protected FoundPattern() {}

    FoundPattern(Pattern pattern, UUID analysisId) {
        this.id = pattern.id();
        this.decision = Decision.OPEN;
        see(pattern, analysisId);
    }

    /** Takes over what a later analysis found; the decision stays. */
    final void see(Pattern pattern, UUID laterAnalysisId) {
        this.analysisId = laterAnalysisId;
        this.customerCode = pattern.customerCode();
        this.customerName = pattern.customerName();
        this.label = "Forfait maintenance %s %s".formatted(pattern.periodicity().french(), pattern.customerName());
        this.netAmount = pattern.netAmount();
        this.periodicity = pattern.periodicity();
        this.anchorOn = pattern.schedule().anchor().atDay(1);
        this.dayOfMonth = pattern.schedule().dayOfMonth();
        this.since = pattern.since();
        this.lastInvoicedOn = pattern.lastInvoicedOn();
        this.nextDueOn = pattern.nextDueOn();
        this.missed = pattern.missed();
        this.confidence = BigDecimal.valueOf(pattern.confidence()).setScale(2, RoundingMode.HALF_UP);
        this.status = pattern.status();
        this.explanation = pattern.explanation();
        this.evidence = pattern.evidence();
        this.occurrences = pattern.occurrences();
        this.priceHistory = pattern.priceHistory();
        this.leaks = pattern.leaks();
    }

    /** What was decided about the same invoices, though perhaps under another id, was decided about this one. */
    void goOnWith(Heritage.Said said) {
        this.decision = said.decision();
        this.contractId = said.contractId();
    }

    /** Nobody said anything of it, and no contract stands for it. */
    boolean isUntouched() {
        return decision == Decision.OPEN && contractId == null;
    }

    void accept(UUID contract) {
        this.decision = Decision.ACCEPTED;
        this.contractId = contract;
    }

    /** A contract stands for it, though nobody said yes to the pattern itself yet. */
    void join(UUID contract) {
        this.contractId = contract;
    }

    public void reject() {
        if (contractId != null) {
            throw Rejection.conflict(
                    "pattern-has-a-contract",
                    "This pattern was accepted; end its contract " + contractId + " instead.");
        }
        this.decision = Decision.REJECTED;
    }

    /** How an amount agrees with what was billed. */
    public Agreement agreement(BigDecimal amount) {
        if (netAmount.compareTo(amount) == 0) {
            return Agreement.PRICE;
        }
        return priceHistory.stream()
                .map(PricePoint::netAmount)
                .filter(price -> price.compareTo(netAmount) != 0)
                .reduce((earlier, later) -> later)
                .filter(before -> before.compareTo(amount) == 0)
                .map(before -> Agreement.PRICE_BEFORE)
                .orElse(Agreement.NONE);
    }

    public boolean isActive() {
        return status == PatternStatus.ACTIVE;
    }

    /** Nobody decided about it, and no contract stands for it. */
    public boolean isUndecided() {
        return isOpenAndActive() && contractId == null;
    }

    boolean isOpenAndActive() {
        return decision == Decision.OPEN && status == PatternStatus.ACTIVE;
    }

    /** It is active, and nobody said no to it. */
    public boolean stands() {
        return status == PatternStatus.ACTIVE && decision != Decision.REJECTED;
    }

    public UUID id() {
        return id;
    }

    UUID analysisId() {
        return analysisId;
    }

    public String customerCode() {
        return customerCode;
    }

    public String customerName() {
        return customerName;
    }

    public String label() {
        return label;
    }

    public BigDecimal netAmount() {
        return netAmount;
    }

    public Schedule schedule() {
        return new Schedule(periodicity, YearMonth.from(anchorOn), dayOfMonth);
    }

    public LocalDate since() {
        return since;
    }

    public LocalDate lastInvoicedOn() {
        return lastInvoicedOn;
    }

    public LocalDate nextDueOn() {
        return nextDueOn;
    }

    int missed() {
        return missed;
    }

    public BigDecimal confidence() {
        return confidence;
    }

    public PatternStatus status() {
        return status;
    }

    public String explanation() {
        return explanation;
    }

    public List<String> evidence() {
        return evidence;
    }

    /** Which due date each document stands for, oldest first; empty until the next analysis for a pattern of an earlier release. */
    public List<Pattern.Occurrence> occurrences() {
        return occurrences;
    }

    public List<PricePoint> priceHistory() {
        return priceHistory;
    }

    public List<Leak> leaks() {
        return leaks;
    }

    public boolean isRejected() {
        return decision == Decision.REJECTED;
    }

    public Decision decision() {
        return decision;
    }

    public UUID contractId() {
        return contractId;
    }
}
