package fr.syaga.facturation.clockify.category;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.OpenApiFile;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class RuleTest {

    private static final String NIGHT_RULE = """
            {"position":25,"name":"nuit-offerte","category":"INTERNE","condition":{"tags":["nuit"]},"reason":"Offert."}""";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void julyIsRead() {
        database.clean();
        Outside.everythingIsUp();
        sync();
    }

    @AfterEach
    void defaultRulesOnly() {
        database.clean();
    }

    @Test
    void theDefaultRulesAreThereInTheirOrder() {
        Caller.READER
                .calls()
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        contains(
                                "interne-pause",
                                "interne-societe",
                                "interne-projet",
                                "hors-forfait",
                                "forfait",
                                "facturable"));
    }

    @Test
    void aChangeOfRulesCanBeTriedOutBeforeItIsMade() {
        Caller.READER
                .calls()
                .body("{\"month\":\"2025-07\",\"rules\":[%s]}".formatted(NIGHT_RULE))
                .post("/api/v1/rules/preview")
                .then()
                .statusCode(200)
                .body("entries", equalTo(241))
                .body("changes.findAll { it.to == 'INTERNE' && it.from == 'FACTURABLE' }.size() > 0", equalTo(true));

        entry().body("category", equalTo("FACTURABLE"));
    }

    @Test
    void anElementThatIsNoneIsABadRequest() {
        Caller.OPERATOR
                .calls()
                .body("{\"month\":\"2025-07\",\"rules\":[null]}")
                .post("/api/v1/rules/preview")
                .then()
                .statusCode(400);
        Caller.OPERATOR
                .calls()
                .body("{\"items\":[null]}")
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(400);
    }

    @Test
    void aNewRuleMovesUnbilledTimeAndItsLossMovesItBack() {
        String id = Caller.OPERATOR
                .calls()
                .body(NIGHT_RULE)
                .post("/api/v1/rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        entry().body("category", equalTo("INTERNE")).body("rule", equalTo("nuit-offerte"));
        Caller.OPERATOR.calls().body(NIGHT_RULE).post("/api/v1/rules").then().statusCode(409);

        Caller.OPERATOR.calls().delete("/api/v1/rules/" + id).then().statusCode(204);

        entry().body("category", equalTo("FACTURABLE"));
    }

    @Test
    void billedTimeNeverMovesSilently() {
        Caller.OPERATOR
                .calls()
                .body("{\"month\":\"2025-07\"}")
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);

        Caller.OPERATOR.calls().body(NIGHT_RULE).post("/api/v1/rules").then().statusCode(201);

        entry().body("category", equalTo("FACTURABLE"));
        choose("{\"category\":\"INTERNE\"}").statusCode(409);
    }

    @Test
    void aPersonsChoiceOutlivesLaterSyncsUntilItIsTakenBack() {
        choose("{\"category\":\"INTERNE\",\"reason\":\"geste commercial\"}")
                .statusCode(200)
                .body("category", equalTo("INTERNE"))
                .body("reason", equalTo("geste commercial"));

        Outside.clockify().editEntry("7fb1493fc8e7e9fbbfecd5e8", entry -> entry.put("description", "Autre texte"));
        sync();
        entry().body("category", equalTo("INTERNE")).body("description", equalTo("Autre texte"));

        choose("{\"category\":null}").body("category", equalTo("FACTURABLE"));
    }

    @Test
    void whatCannotBeCategorisedIsListed() {
        Caller.READER
                .calls()
                .get("/api/v1/time-entries?category=NONE")
                .then()
                .body("items", hasSize(2))
                .body("items.rule", contains("NO_PROJECT", "RUNNING"));
        Caller.READER.calls().get("/api/v1/time-entries?customer=NOBODY").then().body("items", empty());
        Caller.READER.calls().get("/api/v1/time-entries?category=GRATIS").then().statusCode(400);
        Caller.READER.calls().get("/api/v1/time-entries?from=hier").then().statusCode(400);
        Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-07-31&to=2025-07-30")
                .then()
                .statusCode(400);
        Caller.READER.calls().get("/api/v1/time-entries?cursor=x").then().statusCode(400);
    }

    @Test
    void theApiIsTheOneThatReviewsSaw() {
        OpenApiFile.assertUpToDate();
    }

    private static void sync() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    private static String entryId() {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries?limit=1")
                .then()
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse entry() {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries/" + entryId())
                .then()
                .statusCode(200)
                .body("clockifyId", equalTo("7fb1493fc8e7e9fbbfecd5e8"));
    }

    private static ValidatableResponse choose(String choice) {
        return Caller.OPERATOR
                .calls()
                .body(choice)
                .put("/api/v1/time-entries/" + entryId() + "/category")
                .then();
    }
}
