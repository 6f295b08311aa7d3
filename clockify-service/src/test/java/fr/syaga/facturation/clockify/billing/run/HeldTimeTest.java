package fr.syaga.facturation.clockify.billing.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Time that is not for a bill although somebody tracked it for a customer. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class HeldTimeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADING =
            "Project,Client,Description,User,Email,Type,Invoiced,Invoice ID,Approval,Start Date,Start Time,End Date,End Time\n";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void someCustomers() {
        database.clean();
        Outside.everythingIsUp();
        Outside.customersAre(
                "{\"items\":[{\"code\":\"QUO7\",\"name\":\"Quorra\"},{\"code\":\"TAN1\",\"name\":\"Tanis\"}],\"nextCursor\":null}");
        Outside.contractsAre(List.of(JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("customerCode", "QUO7")
                .put("netAmount", 400)
                .put("periodicity", "MONTHLY")
                .put("since", "2030-01-01")
                .put("status", "ACTIVE")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Break,       Divers, Quorra, BREAK",
                "Time off,    -,      -,      TIME_OFF",
                "HOLIDAY,     Divers, Tanis,  HOLIDAY",
                "Jour férié,  -,      -,      HOLIDAY",
                "PAUSE,       Divers, -,      BREAK"
            })
    void timeThatNobodyWorkedIsInterneByARuleThatAPersonCanChange(
            String written, String project, String client, String type) {
        row("%s,%s,Déjeuner,Zoé,zoe@example.fr,%s,No,,,2025-06-03,12:00:00,2025-06-03,13:00:00"
                .formatted(orEmpty(project), orEmpty(client), written));

        entries()
                .body("items.type", contains(type))
                .body("items.category", contains("INTERNE"))
                .body("items.rule", contains("interne-pause"));
        preview().body("drafts", empty()).body("unmapped", empty());
        Caller.READER
                .calls()
                .get("/api/v1/rules")
                .then()
                .body("items[0].condition.types", contains("BREAK", "TIME_OFF", "HOLIDAY"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"Yes, F-12, F-12", "Oui, -, -", "No, INV/7, INV/7", "F-13, -, F-13"})
    void timeThatClockifyInvoicedIsHeldUntilAPersonReleasesIt(String invoiced, String invoice, String name) {
        String rows = "Divers,Quorra,Audit,Zoé,zoe@example.fr,Regular,%s,%s,,2025-06-03,09:00:00,2025-06-03,11:00:00"
                .formatted(invoiced, orEmpty(invoice));
        row(rows);

        entries()
                .body("items.billedElsewhere", contains(true))
                .body("items.elsewhereInvoice", contains(name))
                .body("items.category", contains("FACTURABLE"));
        preview()
                .body("drafts", empty())
                .body("openHours", equalTo(0.0f))
                .body("billedElsewhere.customerCode", contains("QUO7"))
                .body("billedElsewhere.hours", contains(2.0f))
                .body("billedElsewhere.invoice", contains(name));
        run().body("created", equalTo(0));

        String id = entries().extract().path("items[0].id");
        unbilled(id).statusCode(200).body("items.billedElsewhere", contains(false));
        row(rows);
        preview().body("billedElsewhere", empty()).body("totalHours", equalTo(2.0f));
        run().body("created", equalTo(1)).body("totalHours", equalTo(2.0f));
    }

    @Test
    void timeThatIsInvoicedLaterIsHeldFromThenOnAndAnOlderFileDoesNotFreeIt() {
        String row = "Divers,Quorra,Audit,Zoé,zoe@example.fr,Regular,%s,,,2025-06-03,09:00:00,2025-06-03,11:00:00";
        row(row.formatted("No"));
        preview().body("billedElsewhere", empty()).body("totalHours", equalTo(2.0f));

        row(row.formatted("Yes")).body("updated", equalTo(1));
        row(row.formatted("No")).body("unchanged", equalTo(1));

        preview().body("billedElsewhere", hasSize(1)).body("totalHours", equalTo(0.0f));
    }

    @Test
    void theApprovalIsKeptAndAsksForNothingByItself() {
        row("Divers,Quorra,Audit,Zoé,zoe@example.fr,Regular,No,,Pending,2025-06-03,09:00:00,2025-06-03,11:00:00\n"
                + "Divers,Quorra,Appel,Zoé,zoe@example.fr,,,,,2025-06-04,09:00:00,2025-06-04,10:00:00");

        entries()
                .body("items.approval", contains(equalTo("PENDING"), nullValue()))
                .body("items.type", contains("REGULAR", "REGULAR"));
        preview().body("totalHours", equalTo(3.0f)).body("notApproved", empty());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static ValidatableResponse row(String rows) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", (HEADING + rows).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("rejected", empty());
    }

    private static ValidatableResponse entries() {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-06-01&to=2025-06-30")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse unbilled(String id) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("entryIds").add(id);
        return Caller.OPERATOR
                .calls()
                .body(body.toString())
                .post("/api/v1/time-entries/unbilled")
                .then();
    }

    private static ValidatableResponse preview() {
        return Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-06")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse run() {
        return Caller.OPERATOR
                .calls()
                .body("{\"month\": \"2025-06\"}")
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);
    }
}
