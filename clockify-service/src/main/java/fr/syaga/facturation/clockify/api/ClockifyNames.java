package fr.syaga.facturation.clockify.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.api.answer.ClockifyEntry;
import fr.syaga.facturation.clockify.api.answer.KnownNames;
import fr.syaga.facturation.clockify.api.answer.ReportRow;
import fr.syaga.facturation.clockify.api.answer.StoredName;

/** Names learnt from reports, so that a running timer, which carries ids only, costs no request for each of them. */
@ApplicationScoped
public class ClockifyNames implements PanacheRepositoryBase<ClockifyName, String> {

    public KnownNames known() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, StoredName> names = new HashMap<>();
            listAll().forEach(name -> names.put(name.clockifyId(), name.value()));
            return new KnownNames(names);
        });
    }

    public void upsertFrom(List<ReportRow> rows) {
        Map<String, StoredName> found = new HashMap<>();
        for (ReportRow row : rows) {
            found.put(row.userId(), new StoredName(row.userName(), row.userEmail()));
            found.put(row.projectId(), new StoredName(row.projectName(), row.clientName()));
            found.put(row.taskId(), new StoredName(row.taskName(), null));
            ClockifyEntry.present(row.tags()).forEach(tag -> found.put(tag.anyId(), new StoredName(tag.name(), null)));
        }
        upsert(found);
    }

    /** In the order of ids, so that two runs at once never wait for each other in a circle. */
    public void upsert(Map<String, StoredName> found) {
        TreeMap<String, StoredName> inOrder = new TreeMap<>();
        found.forEach((id, name) -> {
            if (id != null) {
                inOrder.put(id, name);
            }
        });
        QuarkusTransaction.requiringNew()
                .run(() -> inOrder.forEach((id, name) -> getEntityManager()
                        .createNativeQuery(
                                "insert into clockify_name (clockify_id, name, detail) values (?1, ?2, ?3)"
                                        + " on conflict (clockify_id) do update set name = excluded.name, detail = excluded.detail")
                        .setParameter(1, id)
                        .setParameter(2, name.name())
                        .setParameter(3, name.detail())
                        .executeUpdate()));
    }
}
