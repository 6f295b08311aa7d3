package fr.syaga.facturation.invoice.vat;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import fr.syaga.facturation.invoice.money.VatRate;

/** A percentage and the days between which a kind of rate has it; of one kind, never two on a day. */
@Entity
@Table(name = "vat_rate")
@IdClass(DatedVatRate.Key.class)
public class DatedVatRate {

    @Id
    @Enumerated(EnumType.STRING)
    private VatRateKind kind;

    @Id
    private LocalDate validFrom;

    private BigDecimal percent;

    private LocalDate validTo;

    record Key(VatRateKind kind, LocalDate validFrom) implements Serializable {}

    protected DatedVatRate() {}

    DatedVatRate(VatRateKind kind, BigDecimal percent, LocalDate validFrom, LocalDate validTo) {
        this.kind = kind;
        this.percent = percent;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The day before a new percentage begins is the last of this one. */
    void endBefore(LocalDate day) {
        validTo = day.minusDays(1);
    }

    VatRate rate() {
        return new VatRate(percent);
    }

    VatRateKind kind() {
        return kind;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }
}
