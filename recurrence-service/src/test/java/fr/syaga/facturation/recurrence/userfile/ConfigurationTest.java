package fr.syaga.facturation.recurrence.userfile;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** The user's own configuration file, and contracts written by hand. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ConfigurationTest {

    private static final String FILE = """
            {"LAA":{"forfait":1400.0,"frequence":"mensuel","jour":1,"description":"Forfait maintenance mensuel LAA"},
             "BELFONTE":{"forfait":751.6,"frequence":"trimestriel","jour":1,"description":"Forfait conseil trimestriel Belfonte"},
             "INCONNU":{"forfait":10,"frequence":"annuel","jour":31,"description":"Forfait de personne"}}""";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void theConfigurationFileIsWrittenBackEqual() throws Exception {
        load().body("matched", hasSize(2)).body("unmatched.key", contains("INCONNU"));

        var written = JSON.readTree(written());

        assertThat(written.fieldNames()).toIterable().containsExactly("LAA", "BELFONTE");
        JSON.readTree(FILE).fields().forEachRemaining(entry -> {
            var found = written.get(entry.getKey());
            if (found == null) {
                return;
            }
            assertThat(found.get("forfait").decimalValue())
                    .isEqualByComparingTo(entry.getValue().get("forfait").decimalValue());
            assertThat(found.get("frequence")).isEqualTo(entry.getValue().get("frequence"));
            assertThat(found.get("jour").asInt())
                    .isEqualTo(entry.getValue().get("jour").asInt());
            assertThat(found.get("description")).isEqualTo(entry.getValue().get("description"));
        });
    }

    @Test
    void aComingPriceIsInTheFileWhenItHoldsAndLoadingTheFileLeavesItAlone() {
        load();
        String contract = RecurrenceApi.contractOf("LAA10");
        RecurrenceApi.post("/contracts/" + contract + "/prices", "{\"from\":\"2026-01-01\",\"netAmount\":1450}");

        assertThat(written()).contains("1400.00").doesNotContain("1450");
        load();

        RecurrenceApi.get("/contracts/" + contract)
                .body("prices.from", contains("2025-08-01", "2026-01-01"))
                .body("prices[1].netAmount", equalTo(1450.0f));
    }

    @Test
    void loadingTheFileAgainMakesNoSecondContract() {
        load();

        load().body("matched.created", contains(false, false));

        contracts().body("items", hasSize(2));
    }

    @Test
    void aFileFitsTheContractsFoundInHistory() {
        Caller.OPERATOR.calls().body("{\"asOf\":\"2025-07-31\"}").post("/api/v1/analyses");
        Caller.OPERATOR.calls().post("/api/v1/patterns/accept-all");

        load().body("matched.created", contains(false, false));

        contracts()
                .body("items", hasSize(9))
                .body("items.find { it.customerCode == 'BELFON10' }.months", contains(1, 4, 7, 10))
                .body(
                        "items.find { it.customerCode == 'BELFON10' }.label",
                        equalTo("Forfait conseil trimestriel Belfonte"));
        assertThat(written()).doesNotContain("PETRAS");
    }

    @Test
    void aWrongFrequencyIsA400ThatNamesTheWords() {
        Caller.OPERATOR
                .calls()
                .body("{\"LAA\":{\"forfait\":1,\"frequence\":\"quotidien\",\"jour\":1,\"description\":\"x\"}}")
                .put("/api/v1/contracts/config")
                .then()
                .statusCode(400)
                .body("detail", containsString("trimestriel"));
    }

    @Test
    void aContractWrittenByHandIsPlanned() {
        String id = Caller.OPERATOR
                .calls()
                .body("""
                        {"customerCode":"LAA10","label":"Forfait hébergement LAA","netAmount":99.50,"periodicity":"SEMIANNUAL",
                         "months":[3,9],"dayOfMonth":31,"billFrom":"2025-08-01","approval":"MANUAL","includedHours":2}""")
                .post("/api/v1/contracts")
                .then()
                .statusCode(201)
                .body("months", contains(3, 9))
                .body("approval", equalTo("MANUAL"))
                .extract()
                .path("id");

        Caller.READER
                .calls()
                .get("/api/v1/schedule?from=2025-08-01&to=2026-03-31")
                .then()
                .body("occurrences.dueOn", contains("2025-09-30", "2026-03-31"))
                .body("occurrences[0].label", equalTo("Forfait hébergement LAA - Avril à septembre 2025"));
        Caller.OPERATOR
                .calls()
                .body("{\"until\":\"2025-12-31\"}")
                .post("/api/v1/contracts/" + id + "/end")
                .then()
                .statusCode(200);
        Caller.READER
                .calls()
                .get("/api/v1/schedule?from=2025-08-01&to=2026-03-31")
                .then()
                .body("count", equalTo(1));
    }

    @Test
    void everyRefusalNamesTheWayOut() {
        Caller.OPERATOR
                .calls()
                .body("{\"customerCode\":\"LAA10\"}")
                .post("/api/v1/contracts")
                .then()
                .statusCode(400);
        Caller.READER
                .calls()
                .get("/api/v1/schedule?from=hier&to=2026-03-31")
                .then()
                .statusCode(400);
        Caller.READER
                .calls()
                .get("/api/v1/contracts/00000000-0000-0000-0000-000000000001")
                .then()
                .statusCode(404);
        Caller.READER.calls().body(FILE).put("/api/v1/contracts/config").then().statusCode(403);
    }

    @Test
    void aStreamWithoutItsEndIsRefusedAndNothingIsStored() {
        InvoiceServiceStub.servesHalfAHistory(InvoiceServiceStub.demoLines());

        Caller.OPERATOR
                .calls()
                .body("{\"asOf\":\"2025-07-31\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(503);

        Caller.READER.calls().get("/api/v1/patterns").then().body("items", hasSize(0));
    }

    private static ValidatableResponse load() {
        return Caller.OPERATOR
                .calls()
                .body(FILE)
                .put("/api/v1/contracts/config")
                .then()
                .statusCode(200);
    }

    private static String written() {
        return Caller.READER
                .calls()
                .get("/api/v1/contracts/config")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse contracts() {
        return Caller.READER.calls().get("/api/v1/contracts").then().statusCode(200);
    }

    @Test
    void theMonthsBetweenTwoDaysOfTheFileAreNamedAndAnAlertUntilDecided() {
        configure(1400, 15).body("matched[0].uncovered", empty());

        configure(1400, 1).body("matched[0].uncovered", contains("2025-08"));
        String id = RecurrenceApi.get("/anomalies")
                .body("items.kind", contains("UNCOVERED"))
                .body("items[0].atStake", equalTo(1400.0f))
                .extract()
                .path("items[0].id");
        configure(1400, 1).body("matched[0].uncovered", contains("2025-08"));

        RecurrenceApi.post("/anomalies/" + id + "/resolve", "{\"reason\":\"Offert\"}");
        configure(1400, 1).body("matched[0].uncovered", empty());
    }

    @Test
    void aDayThatGoesBackCoversItsMonthAgain() {
        configure(1400, 15);
        configure(1400, 1).body("matched[0].uncovered", contains("2025-08"));

        configure(1400, 20).body("matched[0].uncovered", empty());
        RecurrenceApi.get("/anomalies").body("count", equalTo(0));
    }

    @Test
    void ofTwoAmountsOfTheFileBeforeEitherHoldsTheLaterWins() {
        RecurrenceApi.write("LAA10", "\"since\":\"2025-07-01\",\"billFrom\":\"2025-07-01\",\"dayOfMonth\":15");
        configure(300, 15);
        configure(330, 15);
        RecurrenceApi.schedule("2025-08-01", "2025-08-31").body("occurrences.netAmount", contains(330.0f));

        configure(300, 15);
        RecurrenceApi.schedule("2025-08-01", "2025-09-30").body("occurrences.netAmount", contains(300.0f, 300.0f));
    }

    private static ValidatableResponse configure(int amount, int day) {
        return Caller.OPERATOR
                .calls()
                .body("{\"LAA\":{\"forfait\":%d,\"frequence\":\"mensuel\",\"jour\":%d,\"description\":\"Forfait\"}}"
                        .formatted(amount, day))
                .put("/api/v1/contracts/config")
                .then()
                .statusCode(200);
    }
}
