package fr.syaga.facturation.clockify.billing.byhand;

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Hours that a person wrote on an invoice of their own. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class HandBillingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROWS = """
            Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time
            Divers,Quorra,Appel,Zoé,zoe@example.fr,2025-06-03,09:00:00,2025-06-03,10:00:00
            Divers,Quorra,Réglage,Zoé,zoe@example.fr,2025-06-04,09:00:00,2025-06-04,11:00:00
            Divers,Tanis,Appel,Zoé,zoe@example.fr,2025-06-05,09:00:00,2025-06-05,10:00:00
            """;

    @Inject
    CleanDatabase database;

    private List<String> ids;

    @BeforeEach
    void someTimeOfJune() {
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
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", ROWS.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200);
        ids = Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-06-01&to=2025-06-30")
                .then()
                .extract()
                .path("items.id");
    }

    @Test
    void hoursOnAnInvoiceOfAPersonsAreNeverDraftedUntilTheyAreTakenBack() {
        UUID invoice = Outside.invoices().holds(written("MANUAL", "2025-06-30", "Interventions", 330));

        billed(invoice, ids.subList(0, 2))
                .statusCode(200)
                .body("items.billedBy", contains(invoice.toString(), invoice.toString()));
        billed(invoice, ids.subList(0, 2)).statusCode(200);

        preview().body("drafts.customerCode", contains("TAN1")).body("totalHours", equalTo(1.0f));
        run().body("created", equalTo(1)).body("adjustments", empty());
        Caller.OPERATOR
                .calls()
                .body("{\"category\":\"FACTURABLE\"}")
                .put("/api/v1/time-entries/%s/category".formatted(ids.get(0)))
                .then()
                .statusCode(200)
                .body("billedBy", equalTo(invoice.toString()));
        run().body("created", equalTo(0)).body("adjustments", empty());
        run("2025-07").body("created", equalTo(0));

        unbilled(ids.subList(0, 2)).statusCode(200).body("items[0].billedBy", nullValue());
        unbilled(ids.subList(0, 2)).statusCode(200);
        run().body("created", equalTo(1)).body("existing", equalTo(1)).body("totalHours", equalTo(4.0f));
    }

    @Test
    void whatCannotStandOnThatInvoiceIsRefusedByName() {
        UUID invoice = Outside.invoices().holds(written("MANUAL", "2025-06-30", "Interventions", 330));
        UUID other = Outside.invoices().holds(written("MANUAL", "2025-06-30", "Interventions", 110));
        UUID cancelled =
                Outside.invoices().holds(written("MANUAL", "2025-06-30", "X", 1).put("status", "CANCELLED"));
        UUID credit =
                Outside.invoices().holds(written("MANUAL", "2025-06-30", "X", 1).put("kind", "CREDIT_NOTE"));

        billed(UUID.randomUUID(), ids.subList(0, 1)).statusCode(404);
        billed(cancelled, ids.subList(0, 1)).statusCode(409).body("type", containsString("invoice-cancelled"));
        billed(credit, ids.subList(0, 1)).statusCode(409);
        billed(invoice, ids).statusCode(409).body("detail", containsString("TAN1"));
        billed(invoice, List.of("ffffffffffffffffffffffff"))
                .statusCode(404)
                .body("detail", containsString("ffffffffffffffffffffffff"));
        billed(invoice, List.of()).statusCode(400);

        billed(invoice, ids.subList(0, 1)).statusCode(200);
        billed(other, ids.subList(0, 1)).statusCode(409).body("detail", containsString(invoice.toString()));
        run();
        String draft = Caller.READER
                .calls()
                .get("/api/v1/time-entries/" + ids.get(1))
                .then()
                .extract()
                .path("billedBy");
        billed(invoice, ids.subList(1, 2)).statusCode(409).body("detail", containsString(draft));
        unbilled(ids.subList(1, 2)).statusCode(409);
        assertThat(Outside.invoices().invoices()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MANUAL,     2025-06-12, Interventions,        330, true",
                "MANUAL,     2025-06-30, Travaux de mai 2025,  330, false",
                "MANUAL,     2025-07-03, Interventions,        330, true",
                "MANUAL,     2025-07-03, Travaux juillet 2025, 330, false",
                "MANUAL,     2025-07-20, Interventions,        330, false",
                "HISTORY,    2025-06-30, -,                    330, true",
                "HISTORY,    2025-06-01, -,                    400, false",
                "HISTORY,    2025-06-30, -,                    0,   false",
                "RECURRENCE, 2025-06-30, -,                    330, false",
                "TIME,       2025-06-30, -,                    330, false"
            })
    void anInvoiceThatAPersonWroteForTheMonthIsPointedOut(
            String origin, String issuedOn, String subject, int net, boolean told) {
        UUID invoice = Outside.invoices().holds(written(origin, issuedOn, subject, net));

        int times = told ? 1 : 0;
        preview()
                .body("drafts[0].handWritten", hasSize(times))
                .body("customers[0].handWritten", hasSize(times))
                .body("drafts[1].handWritten", empty());
        ValidatableResponse run = run().body("created", equalTo(2)).body("warnings", hasSize(times));
        if (told) {
            run.body("warnings[0].customerCode", equalTo("QUO7"))
                    .body("warnings[0].handWritten[0].invoiceId", equalTo(invoice.toString()));
        }
    }

    private static ObjectNode written(String origin, String issuedOn, String subject, int net) {
        return JSON.createObjectNode()
                .put("customerCode", "QUO7")
                .put("kind", "INVOICE")
                .put("origin", origin)
                .put("status", "ISSUED")
                .put("issuedOn", issuedOn)
                .put("subject", subject)
                .put("netAmount", net);
    }

    private static ValidatableResponse billed(UUID invoice, List<String> entries) {
        ObjectNode body = JSON.createObjectNode().put("invoiceId", invoice.toString());
        body.set("entryIds", JSON.valueToTree(entries));
        return Caller.OPERATOR
                .calls()
                .body(body.toString())
                .post("/api/v1/time-entries/billed")
                .then();
    }

    private static ValidatableResponse unbilled(List<String> entries) {
        ObjectNode body = JSON.createObjectNode().set("entryIds", JSON.valueToTree(entries));
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
        return run("2025-06");
    }

    private static ValidatableResponse run(String month) {
        return Caller.OPERATOR
                .calls()
                .body("{\"month\": \"%s\"}".formatted(month))
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);
    }
}
