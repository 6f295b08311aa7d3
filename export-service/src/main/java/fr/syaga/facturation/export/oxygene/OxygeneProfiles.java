package fr.syaga.facturation.export.oxygene;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The profile that holds now, in every instance alike: it is read from the database each time, and nothing of it is remembered. */
@ApplicationScoped
public class OxygeneProfiles {

    private final OxygeneSettings settings;
    private final EntityManager entities;

    OxygeneProfiles(OxygeneSettings settings, EntityManager entities) {
        this.settings = settings;
        this.entities = entities;
    }

    /** Who chose something last, and when. */
    record LastChange(Instant at, String by) {}

    @Transactional
    public OxygeneProfile current() {
        return OxygeneProfile.of(settings).with(chosen());
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new HashMap<>();
        rows("select name, value from oxygene_choice").forEach(row -> chosen.put((String) row[0], (String) row[1]));
        return chosen;
    }

    Optional<LastChange> lastChange() {
        return rows("select changed_at, changed_by from oxygene_choice order by changed_at desc, name limit 1").stream()
                .findFirst()
                .map(row -> new LastChange((Instant) row[0], (String) row[1]));
    }

    private List<Object[]> rows(String query) {
        List<?> found = entities.createNativeQuery(query).getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }

    /** @param choices by name; an empty one goes back to the setting */
    void choose(Map<String, String> choices, String user, Instant now) {
        choices.forEach((name, value) -> {
            if (value.isEmpty()) {
                entities.createNativeQuery("delete from oxygene_choice where name = ?1")
                        .setParameter(1, name)
                        .executeUpdate();
            } else {
                choose(name, value, user, now);
            }
        });
    }

    private void choose(String name, String value, String user, Instant now) {
        entities.createNativeQuery("""
                        insert into oxygene_choice (name, value, changed_by, changed_at) values (?1, ?2, ?3, ?4)
                        on conflict (name) do update
                        set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .setParameter(1, name)
                .setParameter(2, value)
                .setParameter(3, user)
                .setParameter(4, now)
                .executeUpdate();
    }
}
