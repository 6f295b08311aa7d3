package fr.syaga.facturation.clockify.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Names learnt from reports, so that a running timer, which carries ids only, costs no request for each of them. */
@ApplicationScoped
public class ClockifyNames implements PanacheRepositoryBase<ClockifyName, String> {

    /** @param detail a person's e-mail or a project's client */
    public record Name(String name, String detail) {}

    /** The names of one moment; an id nobody knows has none. */
    public static final class Known {

        private static final Name NOBODY = new Name(null, null);

        private final Map<String, Name> names;

        Known(Map<String, Name> names) {
            this.names = names;
        }

        Name of(String id) {
            return id == null ? NOBODY : names.getOrDefault(id, NOBODY);
        }

        public boolean lacks(String id) {
            return id != null && !names.containsKey(id);
        }
    }

    public Known known() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Name> names = new HashMap<>();
            listAll().forEach(name -> names.put(name.clockifyId(), name.value()));
            return new Known(names);
        });
    }

    public void upsertFrom(List<JsonNode> rows) {
        Map<String, Name> found = new HashMap<>();
        for (JsonNode row : rows) {
            note(found, row, "userId", "userName", "userEmail");
            note(found, row, "projectId", "projectName", "clientName");
            note(found, row, "taskId", "taskName", "");
            row.path("tags").forEach(tag -> {
                String id = ClockifyJson.id(tag);
                if (id != null) {
                    found.put(id, new Name(ClockifyJson.text(tag, "name"), null));
                }
            });
        }
        upsert(found);
    }

    /** In the order of ids, so that two runs at once never wait for each other in a circle. */
    public void upsert(Map<String, Name> found) {
        QuarkusTransaction.requiringNew()
                .run(() -> new TreeMap<>(found)
                        .forEach((id, name) -> getEntityManager()
                                .createNativeQuery(
                                        "insert into clockify_name (clockify_id, name, detail) values (?1, ?2, ?3)"
                                                + " on conflict (clockify_id) do update set name = excluded.name, detail = excluded.detail")
                                .setParameter(1, id)
                                .setParameter(2, name.name())
                                .setParameter(3, name.detail())
                                .executeUpdate()));
    }

    private static void note(Map<String, Name> found, JsonNode row, String id, String name, String detail) {
        String key = ClockifyJson.text(row, id);
        if (key != null) {
            found.put(key, new Name(ClockifyJson.text(row, name), ClockifyJson.text(row, detail)));
        }
    }
}
