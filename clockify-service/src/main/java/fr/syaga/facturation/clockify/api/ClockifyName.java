package fr.syaga.facturation.clockify.api;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import fr.syaga.facturation.clockify.api.answer.StoredName;

/** The name behind one of Clockify's ids, and with it a person's e-mail or a project's client. */
@Entity
@Table(name = "clockify_name")
class ClockifyName {

    @Id
    private String clockifyId;

    private String name;
    private String detail;

    protected ClockifyName() {}

    String clockifyId() {
        return clockifyId;
    }

    StoredName value() {
        return new StoredName(name, detail);
    }
}
