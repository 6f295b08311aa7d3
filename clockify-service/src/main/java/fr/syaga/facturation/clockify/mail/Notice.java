package fr.syaga.facturation.clockify.mail;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That something was told, and to whom. */
@Entity
@Table(name = "notice")
public class Notice {

    @Id
    private String subject;

    private String recipients;
    private Instant claimedAt;
    private Instant sentAt;

    protected Notice() {}

    public List<String> recipients() {
        return List.of(recipients.split(", "));
    }

    public Instant sentAt() {
        return sentAt;
    }
}
