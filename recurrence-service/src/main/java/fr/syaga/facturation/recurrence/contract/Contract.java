package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.DueDates;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;
import fr.syaga.facturation.recurrence.schedule.Weekends;

/** What a customer is invoiced again and again. It has a price for every day, and nothing due before {@code billFrom} is invoiced. */
@Entity
public class Contract {

    @Id
    private UUID id;

    private String customerCode;
    private String customerName;
    private String label;

    @Enumerated(EnumType.STRING)
    private Periodicity periodicity;

    private LocalDate anchorOn;
    private int dayOfMonth;
    private LocalDate since;
    private LocalDate billFrom;
    private LocalDate until;
    private String endReason;

    @Enumerated(EnumType.STRING)
    private Approval approval;

    private BigDecimal includedHours;
    private boolean prorated;
    private UUID patternId;
    private Instant createdAt;

    @Version
    private int version;

    @Embedded
    private Prices prices;

    @Embedded
    private Pauses pauses = new Pauses();

    protected Contract() {}

    public Contract(ContractTerms terms, LocalDate today) {
        this.id = UUID.randomUUID();
        this.createdAt = Instant.now();
        this.customerCode = terms.customerCode();
        this.customerName = terms.customerName() == null ? terms.customerCode() : terms.customerName();
        this.label = terms.label();
        this.billFrom = terms.billFromOr(today);
        this.since = terms.since() == null ? billFrom : terms.since();
        this.approval = terms.approval() == null ? Approval.AUTOMATIC : terms.approval();
        this.includedHours = terms.includedHours();
        this.prorated = Boolean.TRUE.equals(terms.prorated());
        this.patternId = terms.patternId();
        reschedule(terms.scheduleFrom(billFrom));
        end(terms.until(), null);
        this.prices = new Prices(new Price(since, terms.netAmount()));
    }

    /** Writes over what a person may change afterwards; a new price holds from the next due date. */
    void change(ContractTerms terms, LocalDate today) {
        this.label = terms.label();
        this.approval = terms.approval() == null ? approval : terms.approval();
        this.includedHours = terms.includedHours();
        this.prorated = terms.prorated() == null ? prorated : terms.prorated();
        if (terms.periodicity() != periodicity || terms.months() != null || terms.dayOfMonth() != null) {
            reschedule(terms.scheduleFrom(anchorOn));
        }
        end(terms.until(), terms.until() == null ? null : endReason);
        // Written back as it was read, by the API or in the user's file, a contract keeps its prices.
        if (shownPriceOn(today).compareTo(terms.netAmount()) != 0
                && nextPrice(today).compareTo(terms.netAmount()) != 0) {
            prices.change(nextDueOn(today), terms.netAmount());
        }
    }

    final void reschedule(Schedule schedule) {
        this.periodicity = schedule.periodicity();
        this.anchorOn = schedule.anchor().atDay(1);
        this.dayOfMonth = schedule.dayOfMonth();
    }

    /** From that day on the price is another one; a price already set for that day is replaced. */
    public void changePrice(LocalDate from, BigDecimal netAmount) {
        prices.change(from, netAmount);
    }

    void pause(LocalDate from, String reason) {
        requireNotEndedBefore(from);
        pauses.begin(from, reason);
    }

    void resume(LocalDate on, String reason) {
        requireNotEndedBefore(on);
        pauses.end(on, reason);
    }

    /** Nothing due after the last day is invoiced; without a last day the contract goes on. */
    final void end(LocalDate lastDay, String reason) {
        if (lastDay != null && lastDay.isBefore(since)) {
            throw Rejection.invalid("until", "is before the contract began on " + since);
        }
        this.until = lastDay;
        this.endReason = reason;
    }

    private void requireNotEndedBefore(LocalDate day) {
        if (until != null && until.isBefore(day)) {
            throw Rejection.conflict(
                    "contract-has-ended",
                    "This contract ended on %s; change it without 'until' to have it go on.".formatted(until));
        }
    }

    /**
     * What is due from {@code from} to {@code to}, both inclusive, never before {@code billFrom} or after the end.
     *
     * @param weekends moves dates; amounts, periods and pauses are those of the date that was moved
     */
    public Stream<DueInvoice> dueBetween(LocalDate from, LocalDate to, Weekends weekends) {
        return new DueDates(schedule(), since, billFrom, until, prorated)
                .between(from, to, weekends)
                .map(this::invoiceOf);
    }

    private DueInvoice invoiceOf(DueDates.Due due) {
        BigDecimal price = prices.on(due.day());
        String text = label + " - " + due.period().inFrench();
        return new DueInvoice(
                due.dueOn(),
                due.period(),
                due.service(),
                due.isWhole()
                        ? price
                        : Price.share(
                                price,
                                BigDecimal.valueOf(due.service().days()),
                                BigDecimal.valueOf(due.period().days())),
                due.isWhole() ? text : text + " (" + due.period().partInFrench(due.service()) + ")",
                pauses.on(due.day())
                        .map(pause -> new DueInvoice.Reason(pause.reason()))
                        .orElse(null));
    }

    /** The price that holds on that day. */
    public BigDecimal priceOn(LocalDate day) {
        return prices.on(day);
    }

    /** The price that its readers are shown: that of the day, or of the first invoice when that is later. */
    BigDecimal shownPriceOn(LocalDate today) {
        return prices.on(today.isBefore(billFrom) ? billFrom : today);
    }

    /** The price of the next invoice. */
    BigDecimal nextPrice(LocalDate today) {
        return prices.on(nextDueOn(today));
    }

    private LocalDate nextDueOn(LocalDate today) {
        return schedule().firstOnOrAfter(today.isBefore(billFrom) ? billFrom : today);
    }

    /** What it brings in a year, at the price of the next invoice. */
    BigDecimal annualNet(LocalDate today) {
        return nextPrice(today).multiply(BigDecimal.valueOf(periodicity.perYear()));
    }

    public boolean goesOnAfter(LocalDate day) {
        return until == null || until.isAfter(day);
    }

    public ContractStatus statusOn(LocalDate day) {
        if (until != null && until.isBefore(day)) {
            return ContractStatus.ENDED;
        }
        return pauses.on(day).isPresent() ? ContractStatus.PAUSED : ContractStatus.ACTIVE;
    }

    public Schedule schedule() {
        return new Schedule(periodicity, YearMonth.from(anchorOn), dayOfMonth);
    }

    public UUID id() {
        return id;
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

    public LocalDate since() {
        return since;
    }

    public LocalDate billFrom() {
        return billFrom;
    }

    LocalDate until() {
        return until;
    }

    String endReason() {
        return endReason;
    }

    public Approval approval() {
        return approval;
    }

    BigDecimal includedHours() {
        return includedHours;
    }

    boolean isProrated() {
        return prorated;
    }

    public UUID patternId() {
        return patternId;
    }

    Instant createdAt() {
        return createdAt;
    }

    public List<Price> prices() {
        return prices.inOrder();
    }

    List<Pause> pauses() {
        return pauses.inOrder();
    }
}
