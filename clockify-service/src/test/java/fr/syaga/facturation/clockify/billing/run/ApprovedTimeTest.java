package fr.syaga.facturation.clockify.billing.run;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A firm that bills approved time only. */
@QuarkusTest
@TestProfile(ApprovedTimeTest.ApprovedOnly.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ApprovedTimeTest {

    private static final String ROWS = """
            Project,Client,Description,User,Email,Approval,Start Date,Start Time,End Date,End Time
            Divers,Quorra,Appel,Zoé,zoe@example.fr,Approved,2025-06-03,09:00:00,2025-06-03,10:00:00
            Divers,Quorra,Réglage,Zoé,zoe@example.fr,Pending,2025-06-04,09:00:00,2025-06-04,11:00:00
            Divers,Quorra,Audit,Zoé,zoe@example.fr,,2025-06-05,09:00:00,2025-06-05,12:00:00
            """;

    /** The setting is on. */
    public static class ApprovedOnly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.billing.approved-only", "true");
        }
    }

    @Inject
    CleanDatabase database;

    @Test
    void onlyApprovedTimeIsBilledAndTheRestIsListed() {
        database.clean();
        Outside.everythingIsUp();
        Outside.customersAre("{\"items\":[{\"code\":\"QUO7\",\"name\":\"Quorra\"}],\"nextCursor\":null}");

        read(ROWS);
        Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-06")
                .then()
                .statusCode(200)
                .body("totalHours", equalTo(1.0f))
                .body("notApproved.hours", contains(2.0f, 3.0f))
                .body("notApproved.approval", contains(equalTo("PENDING"), nullValue()));

        read(ROWS.replace("Pending", "Approuvé"));
        Caller.OPERATOR
                .calls()
                .body("{\"month\": \"2025-06\"}")
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200)
                .body("totalHours", equalTo(3.0f));
    }

    private static void read(String rows) {
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", rows.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200);
    }
}
