package fr.syaga.facturation.clockify.category;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The stored rules. */
@ApplicationScoped
class CategoryRules implements PanacheRepositoryBase<CategoryRule, UUID> {

    List<CategoryRule> inOrder() {
        return list("order by position, name");
    }

    List<RuleTerms> terms() {
        return inOrder().stream().map(CategoryRule::terms).toList();
    }

    boolean isTaken(String name, UUID except) {
        return count("name = ?1 and id <> ?2", name.strip(), except) > 0;
    }
}
