package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One line of the user's configuration file as it was loaded, and the contract it stands for when its key found a customer. */
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
    private UUID contractId;
    private Instant loadedAt;

    protected ConfigEntry() {}

    ConfigEntry(String key, int position, ConfiguredContract configured, UUID contractId, Instant loadedAt) {
        this.key = key;
        this.position = position;
        this.amount = configured.forfait();
        this.frequency = configured.frequence();
        this.dayOfMonth = configured.jour();
        this.description = configured.description();
        this.contractId = contractId;
        this.loadedAt = loadedAt;
    }

    String key() {
        return key;
    }

    UUID contractId() {
        return contractId;
    }

    Instant loadedAt() {
        return loadedAt;
    }

    ConfiguredContract asLoaded() {
        return new ConfiguredContract(amount, frequency, dayOfMonth, description);
    }
}
