package fr.syaga.facturation.clockify.customer;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A Clockify client and the customer it stands for: found by itself, chosen by a person, or waiting for a person's yes. */
@Entity
@Table(name = "customer_mapping")
class CustomerMapping {

    /** How far the mapping is decided; only a decided one is billed. */
    enum State {
        MAPPED,
        CHOSEN,
        WAITING,
        INTERNAL
    }

    @Id
    private String folded;

    private String clientName;
    private String customerCode;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Suggestion> suggestions;

    @Version
    private int version;

    protected CustomerMapping() {}

    CustomerMapping(String clientName, boolean internal) {
        this.folded = ClientName.fold(clientName);
        this.clientName = clientName;
        this.state = internal ? State.INTERNAL : State.WAITING;
        this.suggestions = List.of();
    }

    /** Maps a waiting client by its name, or keeps the likeliest customers for a person to choose from. */
    void resolve(CustomerNames customers) {
        if (state != State.WAITING) {
            return;
        }
        customers.codeOf(folded).ifPresentOrElse(this::map, () -> suggestions = customers.suggestions(folded));
    }

    private void map(String code) {
        customerCode = code;
        state = State.MAPPED;
        suggestions = List.of();
    }

    /** A person's yes; null sends the client back to waiting. */
    void choose(String code) {
        customerCode = code;
        state = code == null ? State.WAITING : State.CHOSEN;
        suggestions = List.of();
    }

    String folded() {
        return folded;
    }

    String clientName() {
        return clientName;
    }

    String customerCode() {
        return customerCode;
    }

    State state() {
        return state;
    }

    List<Suggestion> suggestions() {
        return suggestions;
    }
}
