package fr.syaga.facturation.clockify.mapping;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.clockify.customer.ClientName;
import fr.syaga.facturation.clockify.customer.CustomerNames;
import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.customer.Suggestion;
import fr.syaga.facturation.clockify.customer.WordSet;

/**
 * A client, a project or words, and the customer that it stands for: found by itself, chosen by a person, or waiting for a
 * person's yes. What a person did not decide is looked at again whenever the customers are read.
 */
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

    /** What is mapped; the name is folded as its kind asks for. */
    @Embeddable
    record Key(@Enumerated(EnumType.STRING) MappingKind kind, String folded) implements Serializable {

        static Key of(MappingKind kind, String name) {
            return new Key(kind, kind == MappingKind.WORDS ? WordSet.of(name).key() : ClientName.fold(name));
        }
    }

    @EmbeddedId
    private Key key;

    @Column(name = "client_name")
    private String name;

    private String customerCode;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Suggestion> suggestions;

    @Version
    private int version;

    protected CustomerMapping() {}

    CustomerMapping(MappingKind kind, String name) {
        this.key = Key.of(kind, name);
        this.name = name;
        this.state = State.WAITING;
        this.suggestions = List.of();
    }

    /** Marks names of our own company, which nobody pays for; true when that changed the mapping. */
    boolean markInternal(OwnCompany own) {
        boolean ours = kind() != MappingKind.WORDS && own.begins(name);
        if (state == State.CHOSEN || ours == (state == State.INTERNAL)) {
            return false;
        }
        become(ours ? State.INTERNAL : State.WAITING, null);
        return true;
    }

    /** Maps by the name, or keeps the likeliest customers for a person to choose from; true when that changed whose it is. */
    boolean resolve(CustomerNames customers) {
        if (state == State.CHOSEN || state == State.INTERNAL) {
            return false;
        }
        String before = customerCode;
        String found = customers.codeOf(kind(), name).orElse(null);
        become(found == null ? State.WAITING : State.MAPPED, found);
        if (found == null) {
            suggestions = customers.suggestions(kind(), name);
        }
        return !Objects.equals(before, found);
    }

    private void become(State next, String code) {
        state = next;
        customerCode = code;
        suggestions = List.of();
    }

    /** A person's yes; null takes it back. */
    void choose(String code) {
        become(code == null ? State.WAITING : State.CHOSEN, code);
    }

    Key key() {
        return key;
    }

    MappingKind kind() {
        return key.kind();
    }

    String folded() {
        return key.folded();
    }

    String name() {
        return name;
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
