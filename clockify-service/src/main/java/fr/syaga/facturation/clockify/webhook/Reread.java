package fr.syaga.facturation.clockify.webhook;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry to read again because of a webhook. What the webhook says about it is not kept, because the API is the truth. */
@Entity
@Table(name = "reread")
class Reread {

    @Id
    private String clockifyId;

    private String event;
    private Instant receivedAt;

    protected Reread() {}

    String clockifyId() {
        return clockifyId;
    }

    String event() {
        return event;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
