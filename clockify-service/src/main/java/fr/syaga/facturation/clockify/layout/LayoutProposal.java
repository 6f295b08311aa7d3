package fr.syaga.facturation.clockify.layout;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A layout that was read from the user's templates: it bills nothing before a person's yes. */
@Entity
@Table(name = "layout_proposal")
class LayoutProposal {

    /** What a person said to it. */
    enum State {
        WAITING,
        ACCEPTED,
        REJECTED
    }

    @Id
    private String customerCode;

    private String templateKey;

    @JdbcTypeCode(SqlTypes.JSON)
    private BillingLayout layout;

    private BigDecimal monthlyNet;

    @Enumerated(EnumType.STRING)
    private State state;

    @Version
    private int version;

    protected LayoutProposal() {}

    LayoutProposal(String customerCode, String templateKey, LayoutTemplate template) {
        this.customerCode = customerCode;
        become(templateKey, template);
    }

    /** The same again keeps a person's answer; another one waits for it anew. */
    void read(String key, LayoutTemplate template) {
        if (!layout.equals(template.layout())) {
            become(key, template);
        }
        monthlyNet = template.monthlyNet();
    }

    private void become(String key, LayoutTemplate template) {
        templateKey = key;
        layout = template.layout();
        monthlyNet = template.monthlyNet();
        state = State.WAITING;
    }

    void accept() {
        state = State.ACCEPTED;
    }

    void reject() {
        state = State.REJECTED;
    }

    String customerCode() {
        return customerCode;
    }

    String templateKey() {
        return templateKey;
    }

    BillingLayout layout() {
        return layout;
    }

    BigDecimal monthlyNet() {
        return monthlyNet;
    }

    State state() {
        return state;
    }
}
