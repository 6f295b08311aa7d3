package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import fr.syaga.facturation.recurrence.schedule.DueDates;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;
import fr.syaga.facturation.recurrence.schedule.Weekends;
import fr.syaga.facturation.recurrence.term.Agreement;
import fr.syaga.facturation.recurrence.term.Approval;
import fr.syaga.facturation.recurrence.term.DueInvoice;
import fr.syaga.facturation.recurrence.term.Gap;
import fr.syaga.facturation.recurrence.term.Gaps;
import fr.syaga.facturation.recurrence.term.InvoiceText;
import fr.syaga.facturation.recurrence.term.Pause;
import fr.syaga.facturation.recurrence.term.Pauses;
import fr.syaga.facturation.recurrence.term.Price;
import fr.syaga.facturation.recurrence.term.PriceList;
import fr.syaga.facturation.recurrence.term.Proof;
import fr.syaga.facturation.recurrence.term.Term;

/** What a customer is invoiced again and again. It has a price for every day, and nothing due before {@code billFrom} is invoiced. */
@Entity
public class Contract {

    @Id
    private UUID id;

    private String customerCode;
    private String customerName;

    @Embedded
    private InvoiceText text;

    @Embedded
    private Term term;

    @Enumerated(EnumType.STRING)
    private Approval approval;

    private BigDecimal includedHours;
    private UUID patternId;

    /** Only the user's file says that there is such a contract, and no history proves it yet. */
    private boolean configuredOnly;

    /** A person changed it since it was made: it is theirs, and nothing takes it away again. */
    private boolean edited;

    private Instant createdAt;

    @Version
    private int version;

    @Embedded
    private PriceList prices;

    @Embedded
    private Pauses pauses = new Pauses();

    @Embedded
    private Gaps gaps = new Gaps();

    protected Contract() {}

    public Contract(ContractTerms terms, LocalDate today) {
        this.id = UUID.randomUUID();
        this.createdAt = Instant.now();
        this.customerCode = terms.customerCode();
        this.customerName = terms.customerName() == null ? terms.customerCode() : terms.customerName();
        this.text = terms.text();
        this.term = new Term(terms, today);
        this.approval = terms.approval() == null ? Approval.AUTOMATIC : terms.approval();
        this.includedHours = terms.includedHours();
        this.prices = new PriceList(periodicity(), term.since(), terms.netAmount());
    }

    /** A contract that only the user's file names: the history is still to confirm it. */
    public static Contract configured(ContractTerms terms, LocalDate today) {
        Contract contract = new Contract(terms, today);
        contract.configuredOnly = true;
        return contract;
    }

    /** A contract of which the history is the proof. */
    public static Contract proven(ContractTerms terms, Proof proof, LocalDate today) {
        Contract contract = configured(terms, today);
        contract.prove(proof);
        return contract;
    }

    /**
     * Takes the pattern that proves it. What was billed says since when it is, on which days and at which prices, unless a
     * person wrote the contract by hand: then it is only known to be older.
     */
    public void prove(Proof proof) {
        if (configuredOnly) {
            term.take(proof);
            prices.begin(periodicity(), proof.prices());
        } else {
            term.beganBy(proof.since());
        }
        this.patternId = proof.patternId();
        this.configuredOnly = false;
    }

    /** Writes over what a person may change afterwards; a new price holds from the next due date. */
    void change(ContractTerms terms, LocalDate today) {
        this.text = terms.textOver(text);
        this.approval = terms.approval() == null ? approval : terms.approval();
        this.includedHours = terms.includedHours();
        this.customerName = terms.customerNameOr(customerName);
        Schedule before = schedule();
        term.change(terms);
        if (!schedule().equals(before)) {
            prices.forgetChangesAfter(today);
        }
        sayPrice(terms.netAmount(), today);
    }

    /**
     * A price that is said together with other terms, from the next due date on. It takes the place of what was said so before and
     * never held; a price that was set by itself for its day stays, and a contract that is written back as it was read keeps it.
     */
    public void sayPrice(BigDecimal netAmount, LocalDate today) {
        if (!prices.isEmpty(periodicity()) && nextPrice(today).compareTo(netAmount) != 0) {
            prices.forgetChangesAfter(today);
        }
        if (prices.isEmpty(periodicity())
                || shownPriceOn(today).compareTo(netAmount) != 0
                        && nextPrice(today).compareTo(netAmount) != 0) {
            prices.change(periodicity(), term.nextDueOn(today), netAmount, true);
        }
    }

    /** The user's file says it anew: its words, and its day in the months as they are. */
    public void reconfigure(String label, int dayOfMonth) {
        describe(label);
        term.moveTo(dayOfMonth);
    }

    /** What is done, in other words. */
    public void describe(String label) {
        this.text = InvoiceText.written(label, text.articleCode(), text.subject(), text.scope());
    }

    /** From that day on the price is another one; a price already set for that day is replaced. */
    public void changePrice(LocalDate from, BigDecimal netAmount) {
        prices.change(periodicity(), from, netAmount, false);
    }

    /** A person changed it. */
    void edited() {
        this.edited = true;
    }

    void pause(LocalDate from, String reason) {
        term.requireNotEndedBefore(from);
        pauses.begin(from, reason);
    }

    void resume(LocalDate on, String reason) {
        term.requireNotEndedBefore(on);
        pauses.end(on, reason);
    }

    /** Nothing due after the last day is invoiced; without a last day the contract goes on. */
    void end(LocalDate lastDay, String reason) {
        term.end(lastDay, reason);
    }

    /**
     * What is due from {@code from} to {@code to}, both inclusive, never before {@code billFrom} or after the end.
     *
     * @param weekends moves dates; amounts, periods and pauses are those of the date that was moved
     */
    public Stream<DueInvoice> dueBetween(LocalDate from, LocalDate to, Weekends weekends) {
        return term.dueDates().between(from, to, weekends).map(this::invoiceOf);
    }

    /** No more than so many are due from {@code from} to {@code to}. */
    public long atMostDueBetween(LocalDate from, LocalDate to) {
        return term.dueDates().atMost(from, to);
    }

    private DueInvoice invoiceOf(DueDates.Due due) {
        return DueInvoice.of(due, priceOn(due.day()), text, pauses.on(due.day()));
    }

    /** The price that holds on that day. */
    public BigDecimal priceOn(LocalDate day) {
        return prices.on(periodicity(), day);
    }

    /** The price that its readers are shown: that of the day, or of the first invoice when that is later. */
    public BigDecimal shownPriceOn(LocalDate today) {
        return priceOn(term.notBeforeBillFrom(today));
    }

    /** How an amount agrees with what its readers are shown, or with what the next invoice asks for. */
    public Agreement agreement(BigDecimal netAmount, LocalDate today) {
        return nextPrice(today).compareTo(netAmount) == 0
                ? Agreement.PRICE
                : prices.agreement(periodicity(), netAmount, term.notBeforeBillFrom(today));
    }

    /** The price of the next invoice. */
    public BigDecimal nextPrice(LocalDate today) {
        return priceOn(nextDueOn(today));
    }

    public LocalDate nextDueOn(LocalDate today) {
        return term.nextDueOn(today);
    }

    /** What it brings in a year, at the price of the next invoice. */
    BigDecimal annualNet(LocalDate today) {
        return nextPrice(today)
                .multiply(BigDecimal.valueOf(schedule().periodicity().perYear()));
    }

    public boolean goesOnAfter(LocalDate day) {
        return term.goesOnAfter(day);
    }

    /** It has an end or a pause, so that an invoice can lie beyond. */
    public boolean isCut() {
        return term.until() != null || !pauses.inOrder().isEmpty();
    }

    /** It is not over. */
    public boolean stands(LocalDate today) {
        return !term.isOverOn(today);
    }

    public ContractStatus statusOn(LocalDate day) {
        if (!stands(day)) {
            return ContractStatus.ENDED;
        }
        return pauses.on(day).isPresent() ? ContractStatus.PAUSED : ContractStatus.ACTIVE;
    }

    public Schedule schedule() {
        return term.schedule();
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
        return text.label();
    }

    InvoiceText text() {
        return text;
    }

    public LocalDate since() {
        return term.since();
    }

    public LocalDate billFrom() {
        return term.billFrom();
    }

    /** Its last day; null when it goes on. */
    public LocalDate until() {
        return term.until();
    }

    Term term() {
        return term;
    }

    public Approval approval() {
        return approval;
    }

    BigDecimal includedHours() {
        return includedHours;
    }

    public UUID patternId() {
        return patternId;
    }

    public boolean isConfiguredOnly() {
        return configuredOnly;
    }

    /** Nobody but the user's file speaks for it. */
    public boolean isDoubtful() {
        return configuredOnly && !edited;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Those of the periodicity that it has. */
    public List<Price> prices() {
        return prices.inOrder(periodicity());
    }

    /** A change of its calendar leaves these months to nobody. */
    void leaves(Map<YearMonth, BigDecimal> months) {
        gaps.add(months);
    }

    /** The months between two calendars; something may cover them since. */
    public List<Gap> gaps() {
        return gaps.inOrder();
    }

    private Periodicity periodicity() {
        return schedule().periodicity();
    }

    List<Pause> pauses() {
        return pauses.inOrder();
    }
}
