package fr.syaga.facturation.invoice.cache;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.BatchSize;

import fr.syaga.facturation.invoice.money.Money;

/** What the cache says of a document, word for word. It is an annotation: it is never trusted and never changes a document. */
@Entity
public class CachedInvoice {

    @Id
    private String number;

    /** The date as it is written there; it may be none, such as 2021-12-34. */
    private String dateText;

    private String customerName;

    private String customerCode;

    private BigDecimal netAmount;

    private BigDecimal vatAmount;

    private BigDecimal grossAmount;

    private String designation;

    /** The day on which the customer got the document; null when nobody knows that it did. */
    private LocalDate sentOn;

    private String[] recipients;

    private LocalDate dueOn;

    private Integer paymentDays;

    /** The designation in the one form of its service; null when the row has none. */
    private String standardDesignation;

    @ElementCollection
    @CollectionTable(name = "cached_invoice_line", joinColumns = @JoinColumn(name = "number"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    private List<Line> lines = new ArrayList<>();

    /** A line of the cache. */
    @Embeddable
    public record Line(
            String articleCode, String designation, BigDecimal quantity, BigDecimal unitPrice, BigDecimal netAmount) {

        /** What the line says it costs, else what its quantity and price come to; empty when it says neither. */
        Optional<Money> net() {
            if (netAmount != null) {
                return Optional.of(Money.of(netAmount));
            }
            return quantity == null || unitPrice == null
                    ? Optional.empty()
                    : Optional.of(Money.of(quantity, unitPrice));
        }
    }

    /** The words and amounts of one row, as they are there. */
    public record Said(
            String dateText,
            String customerName,
            String customerCode,
            BigDecimal netAmount,
            BigDecimal vatAmount,
            BigDecimal grossAmount,
            String designation,
            CachedSendings.Sending sending,
            CachedTerms terms,
            List<Line> lines) {}

    protected CachedInvoice() {}

    public CachedInvoice(String number, Said said) {
        this.number = number;
        take(said);
    }

    /** Takes over what the cache says now. True when it said something else before. */
    public boolean update(Said said) {
        if (said.equals(said())) {
            return false;
        }
        take(said);
        return true;
    }

    private void take(Said said) {
        dateText = said.dateText();
        customerName = said.customerName();
        customerCode = said.customerCode();
        netAmount = said.netAmount();
        vatAmount = said.vatAmount();
        grossAmount = said.grossAmount();
        designation = said.designation();
        sentOn = said.sending().on();
        recipients = said.sending().recipients().toArray(String[]::new);
        dueOn = said.terms().dueOn();
        paymentDays = said.terms().days();
        if (!Objects.equals(lines, said.lines())) {
            lines.clear();
            lines.addAll(said.lines());
        }
    }

    public Said said() {
        return new Said(
                dateText,
                customerName,
                customerCode,
                netAmount,
                vatAmount,
                grossAmount,
                designation,
                new CachedSendings.Sending(sentOn, List.of(recipients)),
                new CachedTerms(dueOn, paymentDays),
                List.copyOf(lines));
    }

    /** What its lines add up to; empty when it has none, or none that says an amount. */
    public Optional<Money> linesNet() {
        return lines.stream().map(Line::net).flatMap(Optional::stream).reduce(Money::plus);
    }

    /** Takes over the standard form; it may change when other rows come. */
    public void standardise(Services services) {
        standardDesignation = designation == null ? null : services.standard(Designation.parse(designation));
    }

    public String standardDesignation() {
        return standardDesignation;
    }

    public String number() {
        return number;
    }
}
