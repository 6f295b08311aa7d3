package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

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

    @Enumerated(EnumType.STRING)
    private Approval approval;

    private BigDecimal includedHours;
    private UUID patternId;
    private Instant createdAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contract_price", joinColumns = @JoinColumn(name = "contract_id"))
    private List<Price> prices = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contract_pause", joinColumns = @JoinColumn(name = "contract_id"))
    private List<Pause> pauses = new ArrayList<>();

    protected Contract() {}

    public Contract(ContractTerms terms, LocalDate today) {
        this.id = UUID.randomUUID();
        this.createdAt = Instant.now();
        this.customerCode = terms.customerCode();
        this.customerName = terms.customerName() == null ? terms.customerCode() : terms.customerName();
        this.label = terms.label();
        this.billFrom = terms.billFrom() == null ? today : terms.billFrom();
        this.since = terms.since() == null ? billFrom : terms.since();
        this.approval = terms.approval() == null ? Approval.AUTOMATIC : terms.approval();
        this.includedHours = terms.includedHours();
        this.patternId = terms.patternId();
        reschedule(terms.scheduleFrom(billFrom));
        endAfter(terms.until());
        prices.add(new Price(since, terms.netAmount()));
    }

    /** Writes over what a person may change afterwards; a new price holds from the next due date. */
    void change(ContractTerms terms, LocalDate today) {
        this.label = terms.label();
        this.approval = terms.approval() == null ? approval : terms.approval();
        this.includedHours = terms.includedHours();
        if (terms.periodicity() != periodicity || terms.months() != null || terms.dayOfMonth() != null) {
            reschedule(terms.scheduleFrom(anchorOn));
        }
        endAfter(terms.until());
        if (latestPrice().compareTo(terms.netAmount()) != 0) {
            changePrice(schedule().firstOnOrAfter(today), terms.netAmount());
        }
    }

    final void reschedule(Schedule schedule) {
        this.periodicity = schedule.periodicity();
        this.anchorOn = schedule.anchor().atDay(1);
        this.dayOfMonth = schedule.dayOfMonth();
    }

    /** From that day on the price is another one; a price already set for that day is replaced. */
    public void changePrice(LocalDate from, BigDecimal netAmount) {
        prices.removeIf(price -> price.holdsFrom().equals(from));
        prices.add(new Price(from, netAmount));
    }

    void pause(LocalDate from, String reason) {
        if (pauses.stream().anyMatch(Pause::isOpen)) {
            throw Rejection.conflict("contract-is-paused", "This contract is paused already; resume it first.");
        }
        if (pauses.stream().anyMatch(pause -> pause.covers(from))) {
            throw Rejection.conflict("contract-is-paused", "This contract was paused on " + from + " already.");
        }
        pauses.add(new Pause(from, reason));
    }

    void resume(LocalDate on) {
        Pause open = pauses.stream()
                .filter(Pause::isOpen)
                .findFirst()
                .orElseThrow(() -> Rejection.conflict("contract-is-not-paused", "This contract is not paused."));
        if (on.isBefore(open.pausedFrom())) {
            throw Rejection.invalid("on", "is before the pause began on " + open.pausedFrom());
        }
        open.resume(on);
    }

    final void endAfter(LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(since)) {
            throw Rejection.invalid("until", "is before the contract began on " + since);
        }
        this.until = lastDay;
    }

    /** What is due from {@code from} to {@code to}, both inclusive, never before {@code billFrom} or after the end. */
    public Stream<DueInvoice> dueBetween(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(billFrom) ? billFrom : from;
        LocalDate last = until != null && until.isBefore(to) ? until : to;
        Schedule schedule = schedule();
        return schedule.between(first, last).map(dueOn -> {
            var period = schedule.periodOf(dueOn);
            boolean paused = pauses.stream().anyMatch(pause -> pause.covers(dueOn));
            return new DueInvoice(dueOn, period, priceOn(dueOn), label + " - " + period.inFrench(), paused);
        });
    }

    /** The price that holds on that day. */
    public BigDecimal priceOn(LocalDate day) {
        return byDate().filter(price -> !price.holdsFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> byDate().findFirst())
                .orElseThrow()
                .netAmount();
    }

    BigDecimal latestPrice() {
        return byDate().reduce((earlier, later) -> later).orElseThrow().netAmount();
    }

    private Stream<Price> byDate() {
        return prices.stream().sorted(Comparator.comparing(Price::holdsFrom));
    }

    public ContractStatus statusOn(LocalDate day) {
        if (until != null && until.isBefore(day)) {
            return ContractStatus.ENDED;
        }
        return pauses.stream().anyMatch(pause -> pause.covers(day)) ? ContractStatus.PAUSED : ContractStatus.ACTIVE;
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

    LocalDate since() {
        return since;
    }

    public LocalDate billFrom() {
        return billFrom;
    }

    LocalDate until() {
        return until;
    }

    public Approval approval() {
        return approval;
    }

    BigDecimal includedHours() {
        return includedHours;
    }

    UUID patternId() {
        return patternId;
    }

    Instant createdAt() {
        return createdAt;
    }

    List<Price> prices() {
        return byDate().toList();
    }

    List<Pause> pauses() {
        return List.copyOf(pauses);
    }
}
