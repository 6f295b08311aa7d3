package fr.syaga.facturation.clockify.csv;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Demo;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ImportTest {

    private static final List<String> CUSTOMERS = List.of("BUQUET", "LAA", "PHARMABEST", "PROVENCALE");
    /** An hour of LAA's, on 31 July from 15:00, FACTURABLE. */
    private static final String LAA_HOUR = "acf1cce07d59c258f8fe329a";

    private static final String HEADING =
            "Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time\n";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void julyOf2025() {
        database.clean();
        Outside.everythingIsUp();
    }

    @Test
    void theDetailedReportIsImportedOnce() {
        upload(Demo.DETAILED_REPORT)
                .statusCode(200)
                .body("rows", equalTo(240))
                .body("imported", equalTo(240))
                .body("rejected", empty())
                .body("warnings", empty());

        upload(Demo.DETAILED_REPORT)
                .body("imported", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(240));
    }

    @Test
    void theFormWithAPreambleIsCheckedAgainstItsTotal() {
        upload(Demo.export("LAA")).statusCode(200).body("imported", equalTo(30)).body("warnings", empty());

        upload(
                        "laa.csv",
                        "Clockify Time Report\n\n" + HEADING
                                + "P,LAA,D,Camille,c@example.fr,2025-07-21,09:00:00,2025-07-21,10:00:00\n"
                                + ",,,TOTAL:,,,,,\n")
                .statusCode(200)
                .body("rows", equalTo(1));
        upload(
                        "laa.csv",
                        "Clockify Time Report\n\n" + HEADING.replace("End Time", "End Time,Duration (h)")
                                + "P,LAA,D,Camille,c@example.fr,2025-07-21,09:00:00,2025-07-21,10:00:00,01:00:00\n"
                                + ",,TOTAL:,,,,,,,02:00:00\n")
                .body("unchanged", equalTo(1))
                .body("warnings", contains(containsString("TOTAL")));
    }

    @Test
    void aDurationOtherThanTheTimeFromStartToEndIsTold() {
        upload(
                        "odd.csv",
                        HEADING.replace("End Time", "End Time,Duration (h)")
                                + "P,LAA,D,Camille,c@example.fr,2025-07-21,09:00:00,2025-07-21,09:30:00,02:30:00\n"
                                + "P,LAA,E,Camille,c@example.fr,2025-07-21,10:00:00,2025-07-21,10:30:30,00:31:00\n")
                .statusCode(200)
                .body("imported", equalTo(2))
                .body("warnings", contains(containsString("not the time from start to end: 1 (first line 2")));
    }

    @Test
    void nobodyIsMappedForARowThatIsNoEntry() {
        upload("few.csv", HEADING + "too,few\nP,LAA,D,Camille,c@example.fr,2025-07-21,09:00:00,2025-07-21,10:00:00\n")
                .statusCode(200)
                .body("rejected.line", contains(2));

        Caller.READER.calls().get("/api/v1/customer-mappings").then().body("items.clientName", contains("LAA"));
    }

    /** Sync of the month and of parts of it, webhooks, all exports, some of it twice, in twenty ways. */
    @Test
    void syncWebhooksAndAllExportsInAnyOrderGiveTheSameMonth() {
        Random random = new Random(2025);
        for (int round = 0; round < 20; round++) {
            database.clean();
            List<Runnable> sources = new ArrayList<>();
            sources.add(ImportTest::sync);
            sources.add(() -> sync("2025-07-08", "2025-07-20"));
            sources.add(() -> {
                webhooks(random);
                sync("2025-08-01", "2025-08-01");
            });
            sources.add(() -> upload(Demo.DETAILED_REPORT).statusCode(200));
            CUSTOMERS.forEach(
                    customer -> sources.add(() -> upload(Demo.export(customer)).statusCode(200)));
            Collections.shuffle(sources, random);

            sources.forEach(Runnable::run);

            theMonthIsTheOneOfTheTruth();
        }
    }

    /** A file imported before an entry was edited in Clockify shows it as it was; Clockify has it as it is. */
    @Test
    void aRowThatWasEditedInClockifyBeforeItsFirstSyncIsOneWithTheEditedEntry() {
        upload(Demo.DETAILED_REPORT).statusCode(200).body("imported", equalTo(240));
        String id = Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-07-31&customer=LAA10&category=FACTURABLE")
                .then()
                .extract()
                .path("items.find { it.seconds == 3600 }.id");
        Caller.OPERATOR
                .calls()
                .body("{\"category\":\"INTERNE\",\"reason\":\"offert\"}")
                .put("/api/v1/time-entries/" + id + "/category")
                .then()
                .statusCode(200);
        Outside.clockify()
                .moveEntry(LAA_HOUR, Instant.parse("2025-07-31T13:30:00Z"), Instant.parse("2025-07-31T15:00:00Z"));
        Outside.clockify().editEntry(LAA_HOUR, entry -> entry.put("description", "Tout autre texte"));

        sync("2025-07-01", "2025-07-31", 0);
        upload(Demo.DETAILED_REPORT).statusCode(200).body("imported", equalTo(0));

        Caller.READER.calls().get("/api/v1/time-entries?limit=1000").then().body("items", hasSize(241));
        Caller.READER
                .calls()
                .get("/api/v1/time-entries/" + id)
                .then()
                .body("clockifyId", equalTo(LAA_HOUR))
                .body("seconds", equalTo(5400))
                .body("category", equalTo("INTERNE"));
    }

    @Test
    void aRowThatResemblesNothingInClockifyStaysAndIsCounted() {
        upload(
                "only.csv",
                HEADING + "P,LAA,Inconnue de Clockify,Zoé,zoe@example.fr,31/07/2025,09:00:00,31/07/2025,10:00:00\n");

        sync("2025-07-01", "2025-07-31", 1);
    }

    /** An export that was written before an edit and comes after the sync of that edit. */
    @Test
    void anOldRowOfAnEditedEntryIsInConflictAndCountsNowhereUntilClockifyIsReadAgain() {
        editOfLaasHour();
        sync();
        upload(Demo.DETAILED_REPORT)
                .statusCode(200)
                .body("rows", equalTo(240))
                .body("imported", equalTo(0))
                .body("inConflict", equalTo(1))
                .body("conflicts.row.seconds", contains(3600))
                .body("conflicts.hours", contains(1.00f))
                .body("conflicts.category", contains("FACTURABLE"))
                .body("conflicts.netAmount", contains(110.00f))
                .body("conflicts.contradicts.clockifyId", contains(LAA_HOUR));

        Caller.READER.calls().get("/api/v1/conflicts").then().body("items", hasSize(1));
        julyHours(222.50f);
        upload(Demo.DETAILED_REPORT).body("inConflict", equalTo(1)).body("unchanged", equalTo(239));

        sync("2025-07-01", "2025-07-31", 0);
        Caller.READER.calls().get("/api/v1/conflicts").then().body("items", empty());
        Caller.READER.calls().get("/api/v1/time-entries?limit=1000").then().body("items", hasSize(241));
        julyHours(222.50f);
        upload(Demo.DETAILED_REPORT).body("inConflict", equalTo(0)).body("unchanged", equalTo(240));
    }

    @Test
    void aPersonKeepsARowThatContradictsClockifyAsTimeOfItsOwn() {
        editOfLaasHour();
        sync();
        upload(Demo.DETAILED_REPORT);

        settle("keep").statusCode(200).body("category", equalTo("FACTURABLE")).body("seconds", equalTo(3600));
        julyHours(223.50f);
        upload(Demo.DETAILED_REPORT).body("inConflict", equalTo(0)).body("unchanged", equalTo(240));
    }

    @Test
    void aPersonDropsARowThatContradictsClockifyAndTheFileAgainDoesNotBringItBack() {
        editOfLaasHour();
        sync();
        upload(Demo.DETAILED_REPORT);
        String id =
                Caller.READER.calls().get("/api/v1/conflicts").then().extract().path("items[0].row.id");
        Caller.OPERATOR
                .calls()
                .body("{\"category\":\"INTERNE\"}")
                .put("/api/v1/time-entries/" + id + "/category")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:in-conflict"));

        settle("drop").statusCode(204);
        Caller.OPERATOR
                .uploads()
                .post("/api/v1/conflicts/" + id + "/drop")
                .then()
                .statusCode(204);
        Caller.OPERATOR
                .uploads()
                .post("/api/v1/conflicts/" + id + "/keep")
                .then()
                .statusCode(409);
        upload(Demo.DETAILED_REPORT).body("inConflict", equalTo(0)).body("unchanged", equalTo(240));
        julyHours(222.50f);
    }

    private static ValidatableResponse settle(String how) {
        String id =
                Caller.READER.calls().get("/api/v1/conflicts").then().extract().path("items[0].row.id");
        return Caller.OPERATOR
                .uploads()
                .post("/api/v1/conflicts/" + id + "/" + how)
                .then();
    }

    /** From an hour to an hour and a half. */
    private static void editOfLaasHour() {
        Outside.clockify()
                .moveEntry(LAA_HOUR, Instant.parse("2025-07-31T13:01:58Z"), Instant.parse("2025-07-31T14:31:58Z"));
    }

    private static void julyHours(float hours) {
        Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-07")
                .then()
                .body("totalHours", equalTo(hours));
    }

    private static void theMonthIsTheOneOfTheTruth() {
        Caller.READER
                .calls()
                .get("/api/v1/time-entries?limit=1000")
                .then()
                .body("items", hasSize(241))
                .body("nextCursor", equalTo(null));
        Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-07")
                .then()
                .body("totalHours", equalTo(222.00f))
                .body("totalNet", equalTo(24420.00f))
                .body("customers", hasSize(15));
    }

    private static void webhooks(Random random) {
        List<String> ids = Outside.clockify().entries().stream()
                .map(entry -> entry.path("id").asText())
                .toList();
        for (int n = 0; n < 4; n++) {
            String body = Outside.clockify()
                    .webhookBody(ids.get(random.nextInt(ids.size())))
                    .toString();
            RestAssured.given()
                    .header("clockify-webhook-event-type", "TIME_ENTRY_UPDATED")
                    .header("clockify-signature", Outside.UPDATED_TOKEN)
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/webhooks/clockify")
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void aBadRowIsRejectedWithItsLineAndTheOthersAreKept() {
        upload(
                        "two.csv",
                        HEADING
                                + "P,LAA,bonne,Camille,c@example.fr,31/07/2025,09:00:00,31/07/2025,10:00:00\n"
                                + "P,LAA,mauvaise,Camille,c@example.fr,31/07/2025,25:00:00,31/07/2025,10:00:00\n"
                                + "P,LAA,à l'envers,Camille,c@example.fr,31/07/2025,11:00:00,31/07/2025,10:00:00\n"
                                + "P,LAA,sans date,Camille,c@example.fr,jeudi,11:00:00,31/07/2025,10:00:00\n")
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("imported", equalTo(1))
                .body("rejected.line", contains(3, 4, 5))
                .body("rejected[0].reason", containsString("25"));
    }

    @Test
    void aCharacterThatTheDatabaseCannotHoldIsLeftOut() {
        upload("nul.csv", HEADING + "P,LAA,nul\u0000le,Camille,c@example.fr,31/07/2025,09:00:00,31/07/2025,10:00:00\n")
                .statusCode(200)
                .body("imported", equalTo(1));
    }

    @Test
    void ambiguousDatesAreAskedForAndThenTaken() {
        String file = HEADING + "P,LAA,D,Camille,c@example.fr,01/08/2025,09:00:00,01/08/2025,10:00:00\n";

        upload("open.csv", file).statusCode(400).body("type", equalTo("urn:facturation:problem:date-format-needed"));
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "open.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("dateFormat", "dd/MM/yyyy")
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("imported", equalTo(1));
    }

    @Test
    void aFileThatIsNoExportIsRefusedWhole() {
        upload("other.csv", "Numéro;Client;Date\nF 20250101;X;01/01/2025\n").statusCode(422);
        Caller.OPERATOR
                .uploads()
                .multiPart("other", "x")
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(400);
    }

    @Test
    void timeKeepsComingInWhileTheNeighboursAreDown() {
        sync();
        Outside.recurrenceIsDown();

        upload(Demo.DETAILED_REPORT).statusCode(200).body("unchanged", equalTo(240));
        Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-07")
                .then()
                .statusCode(503);
        assertThat(Caller.READER
                        .calls()
                        .get("/api/v1/time-entries?category=FORFAIT&limit=1000")
                        .then()
                        .extract()
                        .<List<Object>>path("items"))
                .isNotEmpty();
    }

    private static void sync() {
        sync("2025-07-01", "2025-07-31");
    }

    private static ValidatableResponse sync(String from, String to) {
        return Caller.OPERATOR
                .calls()
                .body("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    private static void sync(String from, String to, int fileOnly) {
        sync(from, to).body("fileOnly", equalTo(fileOnly));
    }

    private static ValidatableResponse upload(Path file) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", file.toFile())
                .post("/api/v1/imports/time-entries")
                .then();
    }

    private static ValidatableResponse upload(String name, String content) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then();
    }
}
