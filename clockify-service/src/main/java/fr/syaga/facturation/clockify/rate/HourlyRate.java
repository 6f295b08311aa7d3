package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A stored price of an hour. */
@Entity
@Table(name = "hourly_rate")
class HourlyRate {

    @Id
    private UUID id;

    private String customerCode;
    private String projectName;
    private String person;
    private LocalDate validFrom;
    private BigDecimal netAmount;

    @Version
    private int version;

    protected HourlyRate() {}

    HourlyRate(RateTerms terms) {
        this.id = UUID.randomUUID();
        change(terms);
    }

    void change(RateTerms terms) {
        customerCode = terms.customerCode();
        projectName = terms.projectName();
        person = terms.person();
        validFrom = terms.from();
        netAmount = terms.netAmount();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    RateTerms terms() {
        return new RateTerms(customerCode, projectName, person, validFrom, netAmount);
    }
}
