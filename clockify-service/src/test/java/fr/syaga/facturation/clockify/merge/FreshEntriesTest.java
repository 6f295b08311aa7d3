package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.CustomerBy;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent by COPY is, in every column, what the session itself would write. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FreshEntriesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant START = Instant.parse("2025-03-30T00:30:01Z");

    @Inject
    EntityManager session;

    @Inject
    FreshEntries fresh;

    @Test
    void everyColumnOfAnEntryIsThatOfTheEntity() {
        EntryDetails everything = new EntryDetails(
                "Zoé \"Z\"", "zoe@example.fr", "\\N", "Été, \\.", "tâche", "a, b", "zwei\nZeilen; \uD83D\uDCA9", true);
        EntryStatus status = new EntryStatus("BREAK", true, "F-1", "APPROVED");
        TimeEntry reported = new TimeEntry(
                ReportedEntry.byApi("ck-1", everything, START, START.plusSeconds(59))
                        .with(status),
                PARIS);
        reported.judge(new Verdict(Category.FACTURABLE, "C1", CustomerBy.WORDS, "règle", "Parce que.", 17));

        assertThat(copied(reported))
                .isEqualTo(persisted(reported))
                .contains("ck-1", "règle", "\"covered_seconds\": 17");
    }

    @Test
    void whatIsNotToldStaysNull() {
        EntryDetails nothing = new EntryDetails(null, "a@example.fr", null, null, null, null, null, false);
        TimeEntry running = new TimeEntry(ReportedEntry.byApi("ck-2", nothing, START, null), PARIS);
        TimeEntry row = new TimeEntry(ReportedEntry.byRow(nothing, START, START, ReportedEntry.MINUTE), PARIS);
        row.judge(new Verdict(null, null, null, "NO_PROJECT", "Sans projet."));

        assertThat(copied(running)).isEqualTo(persisted(running)).contains("\"ended_at\": null");
        assertThat(copied(row)).isEqualTo(persisted(row)).contains("\"clockify_id\": null");
    }

    @Test
    void aRowThatContradictsAnEntryStaysInConflict() {
        EntryDetails details = new EntryDetails("Ada", "ada@example.fr", null, "Projet", null, null, "Texte", true);
        TimeEntry known = new TimeEntry(ReportedEntry.byApi("ck-3", details, START, START.plusSeconds(600)), PARIS);
        TimeEntry row =
                new TimeEntry(ReportedEntry.byRow(details, START.plusSeconds(60), START.plusSeconds(900), 1), PARIS);
        row.conflictWith(known);

        String copied = inATransaction(row.id(), () -> fresh.store(List.of(known, row)));
        String persisted = inATransaction(row.id(), () -> {
            session.persist(known);
            session.persist(row);
            session.flush();
        });
        assertThat(copied).isEqualTo(persisted).contains("\"conflicts_with\": \"" + known.id());
    }

    private String copied(TimeEntry entry) {
        return inATransaction(entry.id(), () -> fresh.store(List.of(entry)));
    }

    private String persisted(TimeEntry entry) {
        return inATransaction(entry.id(), () -> {
            session.persist(entry);
            session.flush();
        });
    }

    /** The row as it stands in the transaction, which is then rolled back. */
    private String inATransaction(UUID id, Runnable writer) {
        QuarkusTransaction.begin();
        try {
            writer.run();
            return (String)
                    session.createNativeQuery("select cast(to_jsonb(e) as text) from time_entry e where id = ?1")
                            .setParameter(1, id)
                            .getSingleResult();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
