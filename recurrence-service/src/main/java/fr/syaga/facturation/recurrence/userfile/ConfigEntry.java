package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** One line of the user's configuration file as it was read, and the contract it stands for, or why it stands for none. */
@Entity
class ConfigEntry {

    @Id
    @Column(name = "config_key")
    private String key;

    private int position;
    private BigDecimal amount;
    private String frequency;

    @Column(name = "day")
    private int dayOfMonth;

    private String description;
    private String customerCode;
    private String customerName;
    private UUID contractId;
    private String unmatchedBecause;
    private Instant loadedAt;

    /** The file before said another amount: the user changed it, and did not only read the file again. */
    @Transient
    private boolean newAmount;

    protected ConfigEntry() {}

    ConfigEntry(String key, int position, ConfiguredContract configured, Instant loadedAt) {
        this.key = key;
        this.position = position;
        this.amount = configured.forfait();
        this.frequency = configured.frequence();
        this.dayOfMonth = configured.jour();
        this.description = configured.description();
        this.loadedAt = loadedAt;
    }

    /** What the file before said for the key; null when it did not hold it. */
    ConfigEntry after(BigDecimal before) {
        this.newAmount = before != null && before.compareTo(amount) != 0;
        return this;
    }

    boolean isNewAmount() {
        return newAmount;
    }

    /** Whom the key means, which may have become known since the file was read. */
    void means(CustomerNames.Found found) {
        this.customerCode = found.customer() == null ? null : found.customer().code();
        this.customerName = found.customer() == null ? null : found.customer().name();
        this.unmatchedBecause = found.reason();
    }

    void standsFor(Contract contract) {
        this.contractId = contract.id();
        this.unmatchedBecause = null;
    }

    void standsForNone(String reason) {
        this.contractId = null;
        this.unmatchedBecause = reason;
    }

    boolean isMatched() {
        return contractId != null;
    }

    boolean waits() {
        return contractId == null && customerCode != null;
    }

    String key() {
        return key;
    }

    String customerCode() {
        return customerCode;
    }

    String customerName() {
        return customerName;
    }

    UUID contractId() {
        return contractId;
    }

    String unmatchedBecause() {
        return unmatchedBecause;
    }

    BigDecimal amount() {
        return amount;
    }

    String description() {
        return description;
    }

    int dayOfMonth() {
        return dayOfMonth;
    }

    Periodicity periodicity() {
        return new ConfiguredContract(amount, frequency, dayOfMonth, description).periodicity();
    }

    Instant loadedAt() {
        return loadedAt;
    }
}
