package fr.syaga.facturation.clockify.csv;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A file that is known costs no row: nothing of it is stored again. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class KnownFileTest {

    private static final int ROWS = 50;

    @Inject
    CleanDatabase database;

    @Inject
    EntityManager session;

    @BeforeEach
    @AfterEach
    void nothing() {
        database.clean();
        Outside.everythingIsUp();
    }

    @Test
    void theSameFileAgainTouchesNoEntry() {
        upload("imported");
        upload("unchanged");

        assertThat((Object[]) session.createNativeQuery("select count(*), sum(version) from time_entry", Object[].class)
                        .getSingleResult())
                .extracting(each -> ((Number) each).intValue())
                .containsExactly(ROWS, 0);
    }

    private static void upload(String outcome) {
        StringBuilder rows =
                new StringBuilder("Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(
                    "LAA - Support,LAA,Visite %1$d,Zoé,zoe@example.fr,2025-06-03,09:%1$02d:00,2025-06-03,09:%1$02d:30\n"
                            .formatted(i));
        }
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", rows.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body(outcome, equalTo(ROWS));
    }
}
