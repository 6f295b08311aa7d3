package fr.syaga.facturation.export.oxygene;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The imported tables: which codes the accounting folder has. A table that nobody imported is not known, and nothing is checked. */
@ApplicationScoped
public class OxygeneTables {

    private final EntityManager entities;

    OxygeneTables(EntityManager entities) {
        this.entities = entities;
    }

    /** A table as callers see it. */
    public record State(OxygeneTable table, int codes, String file, Instant importedAt, String importedBy) {}

    /** The codes of a table; empty when it was never imported. */
    public Optional<Set<String>> codes(OxygeneTable table) {
        if (states().stream().noneMatch(state -> state.table() == table)) {
            return Optional.empty();
        }
        List<?> codes = entities.createNativeQuery("select code from oxygene_code where table_name = ?1", String.class)
                .setParameter(1, table.name())
                .getResultList();
        Set<String> known = new HashSet<>();
        codes.forEach(code -> known.add((String) code));
        return Optional.of(known);
    }

    /** The file is the whole table: what it does not hold is gone. */
    void replace(OxygeneTable table, Map<String, String> labels, String file, String user, Instant now) {
        entities.createNativeQuery("delete from oxygene_code where table_name = ?1")
                .setParameter(1, table.name())
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into oxygene_table (table_name, file, imported_at, imported_by) values (?1, ?2, ?3, ?4)
                        on conflict (table_name) do update
                        set file = excluded.file, imported_at = excluded.imported_at, imported_by = excluded.imported_by""")
                .setParameter(1, table.name())
                .setParameter(2, file)
                .setParameter(3, now)
                .setParameter(4, user)
                .executeUpdate();
        labels.forEach((code, label) -> entities.createNativeQuery(
                        "insert into oxygene_code (table_name, code, label) values (?1, ?2, ?3)")
                .setParameter(1, table.name())
                .setParameter(2, code)
                .setParameter(3, label)
                .executeUpdate());
    }

    Map<String, String> labels(OxygeneTable table) {
        List<?> rows = entities.createNativeQuery("select code, label from oxygene_code where table_name = ?1")
                .setParameter(1, table.name())
                .getResultList();
        Map<String, String> labels = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> labels.put((String) row[0], (String) row[1]));
        return labels;
    }

    List<State> states() {
        List<?> rows = entities.createNativeQuery("""
                        select t.table_name, (select count(*) from oxygene_code c where c.table_name = t.table_name),
                               t.file, t.imported_at, t.imported_by
                        from oxygene_table t order by t.table_name""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new State(
                        OxygeneTable.valueOf((String) row[0]),
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        (Instant) row[3],
                        (String) row[4]))
                .toList();
    }
}
