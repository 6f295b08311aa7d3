package fr.syaga.facturation.clockify.billing.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Time that cannot be as it was tracked: said wherever it is seen, and billed only when a person says so. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class DoubtfulTimeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADING =
            "Project,Client,Description,User,Email,Type,Start Date,Start Time,End Date,End Time\n";

    /** Two hours of another customer's and another person's, with which nothing is wrong. */
    private static final String FINE = "P,Tanis,Audit,Noé,noe@example.fr,,2025-08-18,09:00:00,2025-08-18,11:00:00\n";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void someCustomers() {
        database.clean();
        Outside.everythingIsUp();
        Outside.customersAre(
                "{\"items\":[{\"code\":\"ALPHA\",\"name\":\"Alpha Industrie\"},"
                        + "{\"code\":\"QUO7\",\"name\":\"Quorra\"},{\"code\":\"TAN1\",\"name\":\"Tanis\"}],\"nextCursor\":null}");
        Outside.contractsAre(List.of(JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("customerCode", "QUO7")
                .put("netAmount", 400)
                .put("periodicity", "MONTHLY")
                .put("since", "2030-01-01")
                .put("status", "ACTIVE")));
    }

    @Test
    void aForgottenTimerAndWhatLiesInItAreNamedAndHeldWhileOthersAreBilled() throws IOException {
        upload(Files.readAllBytes(Path.of("src/test/resources/wild/clockify-forgotten-timer.csv")))
                .body("imported", equalTo(2))
                .body(
                        "warnings",
                        contains(
                                allOf(
                                        containsString("Lea Martin"),
                                        containsString("2025-08-15"),
                                        containsString("64.00 h"),
                                        containsString("Minuteur oublie le week-end"),
                                        containsString("16.00 h")),
                                allOf(
                                        containsString("Lea Martin"),
                                        containsString("2025-08-16"),
                                        containsString("2.00 h"),
                                        containsString("En parallele"),
                                        containsString("Minuteur oublie le week-end"))));
        rows(FINE).body("warnings", empty());

        preview("2025-08")
                .body("totalHours", equalTo(2.0f))
                .body("openNet", equalTo(220.0f))
                .body("heldHours", equalTo(66.0f))
                .body("heldNet", equalTo(7260.0f))
                .body("customers.customerCode", contains("ALPHA", "TAN1"))
                .body("customers[0].held", containsString("\"despite\": true"))
                .body("customers[0].doubtful.kind", contains("TOO_LONG", "OVERLAP"))
                .body("customers[0].doubtful[1].other.description", equalTo("En parallele"))
                .body("customers[0].doubtful[1].hours", equalTo(2.0f))
                .body("drafts[0].doubtful", hasSize(2))
                .body("customers[1].held", nullValue())
                .body("customers[1].doubtful", empty())
                .body("warnings.customerCode", contains("ALPHA", "ALPHA"))
                .body("warnings.doubt.kind", contains("TOO_LONG", "OVERLAP"));
        run("2025-08")
                .body("created", equalTo(1))
                .body("drafts.customerCode", contains("TAN1"))
                .body("totalHours", equalTo(2.0f))
                .body("held.customerCode", contains("ALPHA"))
                .body("held[0].reason", containsString("ALPHA"))
                .body("held[0].doubtful", hasSize(2))
                .body("heldHours", equalTo(66.0f))
                .body("heldNet", equalTo(7260.0f))
                .body("warnings.message", hasSize(2));
        preview("2025-08").body("totalHours", equalTo(2.0f)).body("heldHours", equalTo(66.0f));

        runDespite("2025-08")
                .body("created", equalTo(1))
                .body("existing", equalTo(1))
                .body("totalHours", equalTo(68.0f))
                .body("held", empty())
                .body("heldHours", equalTo(0.0f))
                .body("warnings", hasSize(2));
        preview("2025-08")
                .body("totalHours", equalTo(68.0f))
                .body("heldHours", equalTo(0.0f))
                .body("customers[0].held", nullValue())
                .body("customers[0].doubtful", hasSize(2));
        runDespite("2025-08").body("created", equalTo(0)).body("existing", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-03, 00:00:00, 2025-06-03, 16:00:00, false",
        "2025-06-03, 00:00:00, 2025-06-03, 16:00:01, true",
        "2025-06-30, 20:00:00, 2025-07-01, 13:00:00, true",
        "2025-06-03, 22:00:00, 2025-06-04, 06:00:00, false"
    })
    void anEntryIsTooLongFromTheSettingOn(String day, String start, String lastDay, String end, boolean held) {
        rows("P,Quorra,Nuit,Zoé,zoe@example.fr,,%s,%s,%s,%s\n".formatted(day, start, lastDay, end))
                .body("warnings", hasSize(held ? 1 : 0));

        run("2025-06").body("created", equalTo(held ? 0 : 1)).body("held", hasSize(held ? 1 : 0));
    }

    /** The other entry is Zoé's of 30 June, 22:00 to 1 July, 02:00, at Quorra. */
    @ParameterizedTest
    @CsvSource({
        "zoe, 2025-07-01, 01:00:00, 2025-07-01, 03:00:00, true",
        "zoe, 2025-06-30, 21:00:00, 2025-06-30, 22:30:00, true",
        "zoe, 2025-06-30, 22:00:00, 2025-07-01, 02:00:00, true",
        "zoe, 2025-07-01, 02:00:00, 2025-07-01, 03:00:00, false",
        "zoe, 2025-06-30, 21:00:00, 2025-06-30, 22:00:00, false",
        "noe, 2025-07-01, 01:00:00, 2025-07-01, 03:00:00, false"
    })
    void entriesOfOnePersonThatOverlapHoldBothCustomersAlsoAcrossTheMonthsEnd(
            String person, String day, String start, String lastDay, String end, boolean held) {
        rows("P,Quorra,Bascule,Zoé,zoe@example.fr,,2025-06-30,22:00:00,2025-07-01,02:00:00\n");
        rows("P,Tanis,Appel,%s,%s@example.fr,,%s,%s,%s,%s\n".formatted(person, person, day, start, lastDay, end))
                .body("warnings", hasSize(held ? 1 : 0));

        run("2025-06").body("held.customerCode", held ? hasItem("QUO7") : empty());
        run(day.substring(0, 7)).body("held.customerCode", held ? hasItem("TAN1") : empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNE", "FORFAIT"})
    void aPersonsDecisionThatNobodyPaysByTheHourEndsTheDoubtForTheOtherEntryToo(String category) {
        rows("P,Quorra,Oubli,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-05,09:00:00\n"
                + "P,Tanis,Appel,Zoé,zoe@example.fr,,2025-06-04,09:00:00,2025-06-04,10:00:00\n");
        run("2025-06").body("created", equalTo(0)).body("held", hasSize(2)).body("heldHours", equalTo(49.0f));

        choose(id("Oubli"), category);

        preview("2025-06")
                .body("heldHours", equalTo(0.0f))
                .body("totalHours", equalTo(1.0f))
                .body("warnings.doubt.kind", contains("TOO_LONG"));
        run("2025-06")
                .body("created", equalTo(1))
                .body("drafts.customerCode", contains("TAN1"))
                .body("held", empty());
    }

    @ParameterizedTest
    @CsvSource({"Break", "Time off", "Holiday"})
    void timeThatNobodyWorkedHoldsNothingAndIsNamedOnlyWhereItIsTooLong(String type) {
        rows("P,Quorra,Absence,Zoé,zoe@example.fr,%s,2025-06-03,00:00:00,2025-06-04,00:00:00\n".formatted(type)
                        + "P,Tanis,Appel,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-03,10:00:00\n")
                .body("warnings", contains(containsString("24.00 h")));

        run("2025-06").body("created", equalTo(1)).body("held", empty());
    }

    @Test
    void aDecisionThatIsTakenBackBringsTheDoubtBack() {
        rows("P,Quorra,Matin,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-03,12:00:00\n"
                + "P,Quorra,Appel,Zoé,zoe@example.fr,,2025-06-03,11:00:00,2025-06-03,13:00:00\n");
        preview("2025-06").body("heldHours", equalTo(5.0f)).body("customers[0].doubtful", hasSize(1));

        choose(id("Appel"), "INTERNE");
        choose(id("Appel"), null);
        preview("2025-06").body("heldHours", equalTo(5.0f));
        choose(id("Appel"), "INTERNE");

        run("2025-06").body("created", equalTo(1)).body("totalHours", equalTo(3.0f));
    }

    @Test
    void lateTimeThatIsDoubtfulHoldsTheNextBillAndGoesOnItDespiteTheDoubt() {
        rows("P,Quorra,Juin,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-03,11:00:00\n");
        run("2025-06").body("created", equalTo(1));
        rows("P,Quorra,Oublié,Zoé,zoe@example.fr,,2025-06-03,10:00:00,2025-06-03,12:00:00\n"
                + "P,Quorra,Juillet,Zoé,zoe@example.fr,,2025-07-03,09:00:00,2025-07-03,10:00:00\n");

        runDespite("2025-06")
                .body("created", equalTo(0))
                .body("adjustments.kind", contains("LATE"))
                .body("warnings.doubt.kind", contains("OVERLAP"));
        run("2025-07")
                .body("created", equalTo(0))
                .body("held.customerCode", contains("QUO7"))
                .body("heldHours", equalTo(3.0f));
        preview("2025-07").body("heldHours", equalTo(3.0f)).body("totalHours", equalTo(0.0f));

        runDespite("2025-07")
                .body("created", equalTo(1))
                .body("totalHours", equalTo(3.0f))
                .body("held", empty());
        runDespite("2025-06").body("created", equalTo(0)).body("adjustments", empty());
    }

    @Test
    void aFixedPriceIsTheSameWhateverWasTrackedAndHoldsNothing() {
        Caller.OPERATOR
                .calls()
                .body("{\"groups\":[],\"rest\":{\"unit\":\"FIXED\",\"unitPrice\":900}}")
                .put("/api/v1/billing-layouts/QUO7")
                .then()
                .statusCode(200);
        rows("P,Quorra,Oubli,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-05,09:00:00\n");

        preview("2025-06").body("heldNet", equalTo(0.0f)).body("customers[0].doubtful", hasSize(1));
        run("2025-06").body("created", equalTo(1)).body("totalNet", equalTo(900.0f));
    }

    @Test
    void theDaysReportNamesWhatCannotBe() {
        rows("P,Quorra,Oubli <b>,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-05,09:00:00\n"
                + "P,Tanis,Appel,Zoé,zoe@example.fr,,2025-06-04,09:00:00,2025-06-04,10:00:00\n");

        report("application/json")
                .body("doubtful.kind", contains("TOO_LONG", "OVERLAP"))
                .body("doubtful[1].entry.userName", equalTo("Zoé"));
        report("text/html")
                .body(
                        containsString(
                                "Zoé : 48,00 h le 03/06/2025 (Oubli &lt;b&gt;), soit 32,00 h de plus que la durée possible d&#39;une saisie."))
                .body(
                        containsString(
                                "Zoé : 48,00 h le 03/06/2025 (Oubli &lt;b&gt;) et 1,00 h le 04/06/2025 (Appel), dont 1,00 h en même temps."));
    }

    @Test
    void equalRowsOfAFileAreDoubtfulAndTheSameFileAgainIsNamedAgain() {
        String row = "P,Quorra,Double,Zoé,zoe@example.fr,,2025-06-03,09:00:00,2025-06-03,11:00:00\n";

        rows(row + row).body("imported", equalTo(2)).body("warnings", hasSize(1));
        rows(row + row).body("imported", equalTo(0)).body("warnings", hasSize(1));
        rows(row).body("warnings", hasSize(1));
        preview("2025-06").body("customers[0].held", notNullValue()).body("heldHours", equalTo(4.0f));
    }

    private static ValidatableResponse report(String type) {
        return Caller.READER
                .uploads()
                .accept(type)
                .get("/api/v1/reports/daily?date=2025-06-30")
                .then()
                .statusCode(200);
    }

    private static String id(String description) {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.description == '%s' }.id".formatted(description));
    }

    private static void choose(String id, String category) {
        ObjectNode body = JSON.createObjectNode().put("category", category).put("reason", "Vu avec Zoé");
        Caller.OPERATOR
                .calls()
                .body(body.toString())
                .put("/api/v1/time-entries/%s/category".formatted(id))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse rows(String rows) {
        return upload((HEADING + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse upload(byte[] file) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", "temps.csv", file)
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("rejected", empty());
    }

    private static ValidatableResponse preview(String month) {
        return Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=" + month)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse run(String month) {
        return run(JSON.createObjectNode().put("month", month));
    }

    private static ValidatableResponse runDespite(String month) {
        return run(JSON.createObjectNode().put("month", month).put("despite", true));
    }

    private static ValidatableResponse run(ObjectNode body) {
        return Caller.OPERATOR
                .calls()
                .body(body.toString())
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);
    }
}
