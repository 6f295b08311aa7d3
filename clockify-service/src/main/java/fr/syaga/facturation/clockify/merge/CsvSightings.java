package fr.syaga.facturation.clockify.merge;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** Which rows of files were seen before. It asks and changes by statements alone: a file has many rows, and none is kept in a session. */
@ApplicationScoped
class CsvSightings {

    private final EntityManager session;

    CsvSightings(EntityManager session) {
        this.session = session;
    }

    /** Those of these rows that were seen before, and what they were found to be. */
    @SuppressWarnings("unchecked")
    List<CsvSighting> of(Collection<CsvSighting.Row> rows) {
        String[] keys = rows.stream().map(CsvSighting.Row::rowKey).distinct().toArray(String[]::new);
        List<Object[]> seen = session.createNativeQuery(
                        "select row_key, occurrence, entry_id from csv_sighting where row_key = any(?1)")
                .setParameter(1, keys)
                .getResultList();
        return seen.stream()
                .map(each -> new CsvSighting(new CsvSighting.Row((String) each[0], (Integer) each[1]), (UUID) each[2]))
                .toList();
    }

    /** Rows that were found to be one entry are the other from now on. */
    void move(TimeEntry gone, TimeEntry kept) {
        session.createQuery("update CsvSighting set entryId = :kept where entryId = :gone")
                .setParameter("kept", kept.id())
                .setParameter("gone", gone.id())
                .executeUpdate();
    }
}
