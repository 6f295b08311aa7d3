package fr.syaga.facturation.clockify.recurrence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A contract as recurrence-service last told it. */
@Entity
@Table(name = "remembered_contract")
class RememberedContract {

    @Id
    private UUID id;

    private String customerCode;
    private String label;
    private BigDecimal netAmount;
    private String periodicity;
    private LocalDate since;
    private LocalDate until;

    @Enumerated(EnumType.STRING)
    private Contract.Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Contract.Pause> pauses;

    private BigDecimal includedHours;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Contract.Price> prices;

    protected RememberedContract() {}

    RememberedContract(Contract told) {
        id = told.id();
        customerCode = told.customerCode();
        label = told.label();
        netAmount = told.netAmount();
        periodicity = told.periodicity();
        since = told.since();
        until = told.until();
        status = told.status();
        pauses = told.pauses();
        includedHours = told.includedHours();
        prices = told.prices();
    }

    Contract contract() {
        return new Contract(
                id, customerCode, label, netAmount, periodicity, since, until, status, pauses, includedHours, prices);
    }
}
