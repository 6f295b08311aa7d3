package fr.syaga.facturation.clockify.category;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.clockify.timesheet.Category;

/** One stored rule in the ordered list. */
@Entity
@Table(name = "category_rule")
class CategoryRule {

    @Id
    private UUID id;

    private int position;
    private String name;

    @Enumerated(EnumType.STRING)
    private Category category;

    @JdbcTypeCode(SqlTypes.JSON)
    private Condition condition;

    private String reason;

    @Version
    private int version;

    protected CategoryRule() {}

    CategoryRule(RuleTerms terms) {
        this.id = UUID.randomUUID();
        change(terms);
    }

    void change(RuleTerms terms) {
        position = terms.position();
        name = terms.name().strip();
        category = terms.category();
        condition = terms.condition();
        reason = terms.reason().strip();
    }

    UUID id() {
        return id;
    }

    RuleTerms terms() {
        return new RuleTerms(position, name, category, condition, reason);
    }
}
