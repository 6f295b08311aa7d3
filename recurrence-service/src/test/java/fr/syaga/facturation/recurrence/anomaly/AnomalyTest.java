package fr.syaga.facturation.recurrence.anomaly;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptTheContractsOfTheDemonstration;
import static fr.syaga.facturation.recurrence.RecurrenceApi.analyse;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

/** Promise 5: what is due and not made is an alert. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class AnomalyTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void whatIsDueAndNotMadeIsAnAlertWithItsEuros() {
        write("LAA10", "\"billFrom\":\"2025-06-01\"");

        get("/anomalies")
                .body("count", equalTo(3))
                .body("totalAtStake", equalTo(900.0f))
                .body("byKind.kind", contains("MISSING", "NOT_INVOICED"))
                .body("byKind.atStake", contains(600.0f, 300.0f))
                .body("items.dueOn", contains("2025-08-01", "2025-07-01", "2025-06-01"))
                .body("items.kind", contains("NOT_INVOICED", "MISSING", "MISSING"))
                .body("items.wayOut", everyItem(containsString("POST /api/v1/runs")));

        run("2025-06-01", "2025-08-01");
        get("/anomalies").body("count", equalTo(0)).body("totalAtStake", equalTo(0.0f));
    }

    @Test
    void theMostEurosComeFirstAndEachNamesTheWayOut() {
        acceptTheContractsOfTheDemonstration();

        JsonPath anomalies = get("/anomalies?asOf=2025-07-31")
                .body("items.wayOut", everyItem(not(blankOrNullString())))
                .extract()
                .jsonPath();

        assertThat(anomalies.getList("items.atStake", Double.class))
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(anomalies.getList("byKind.kind", String.class)).contains("MISSING", "DOUBLE", "AMOUNT");
        double byKind = anomalies.getList("byKind.atStake", Double.class).stream()
                .mapToDouble(each -> each)
                .sum();
        assertThat(anomalies.getDouble("totalAtStake")).isEqualTo(byKind);
    }

    @Test
    void aPatternThatWasRejectedLeaksNothing() {
        analyse();
        String pattern = get("/anomalies?asOf=2025-07-31").extract().path("items[0].patternId");

        Caller.OPERATOR
                .uploads()
                .post("/api/v1/patterns/" + pattern + "/reject")
                .then()
                .statusCode(200);

        assertThat(get("/anomalies?asOf=2025-07-31").extract().jsonPath().getList("items.patternId", String.class))
                .isNotEmpty()
                .doesNotContain(pattern);
    }

    @Test
    void anInvoiceOffItsContractIsAnAlertUntilTheContractSaysSo() {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-08-31");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":330}");

        get("/anomalies")
                .body("items.kind", contains("AMOUNT"))
                .body("items[0].expectedNet", equalTo(330.0f))
                .body("items[0].billedNet", equalTo(300.0f))
                .body("items[0].atStake", equalTo(30.0f))
                .body("items[0].explanation", containsString("facturée 300,00 € et le contrat dit 330,00 €"))
                .body("items[0].wayOut", containsString("Facturer la différence de 30,00 €"));

        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":300}");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-09-01\",\"netAmount\":330}");
        get("/anomalies").body("count", equalTo(0));
    }

    @Test
    void aContractThatEndsWithinWhatItWasBilledIsAnAlert() {
        String contract = write("LAA10", "\"prorated\":true");
        run("2025-08-01", "2025-08-31");

        post("/contracts/" + contract + "/end", "{\"until\":\"2025-08-10\",\"reason\":\"Résiliation\"}");

        get("/anomalies")
                .body("items.kind", contains("AMOUNT"))
                .body("items[0].expectedNet", equalTo(96.77f))
                .body("items[0].wayOut", containsString("avoir de 203,23 €"));
    }

    @Test
    void whatAPersonDealtWithIsAnAlertNoMoreUntilItChanges() {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-08-31");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":330}");
        String anomaly = get("/anomalies")
                .body("items[0].wayOut", containsString("classer l'anomalie"))
                .extract()
                .path("items[0].id");

        post("/anomalies/" + anomaly + "/resolve", "{\"reason\":\"Différence facturée le 3 août\"}")
                .body("resolution.reason", equalTo("Différence facturée le 3 août"))
                .body("resolution.resolvedBy", not(blankOrNullString()));
        post("/anomalies/" + anomaly + "/resolve", "{\"reason\":\"Encore\"}")
                .body("resolution.reason", equalTo("Différence facturée le 3 août"));
        get("/anomalies").body("count", equalTo(0)).body("totalAtStake", equalTo(0.0f));
        get("/anomalies?resolved=true").body("items.id", contains(anomaly));

        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":360}");
        get("/anomalies").body("items[0].atStake", equalTo(60.0f)).body("items[0].id", not(equalTo(anomaly)));

        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":330}");
        get("/anomalies").body("count", equalTo(0));
        post("/anomalies/" + anomaly + "/reopen", "").body("resolution", equalTo(null));
        get("/anomalies").body("items.id", contains(anomaly));
    }

    @Test
    void aResolvedLeakOfTheHistoryStaysResolvedInLaterAnalyses() {
        analyse();
        JsonPath before = get("/anomalies?asOf=2025-07-31").extract().jsonPath();
        String missing = before.getString("items.find { it.kind == 'MISSING' }.id");

        post("/anomalies/" + missing + "/resolve", "{\"reason\":\"Mois offert\"}");
        analyse();

        JsonPath after = get("/anomalies?asOf=2025-07-31").extract().jsonPath();
        assertThat(after.getList("items.id", String.class)).isNotEmpty().doesNotContain(missing);
        assertThat(after.getInt("count")).isEqualTo(before.getInt("count") - 1);
    }

    @Test
    void whatIsDueIsNotTalkedAway() {
        write("LAA10", "");
        String due = get("/anomalies").extract().path("items[0].id");

        RecurrenceApi.refused("/anomalies/" + due + "/resolve", "{\"reason\":\"Plus tard\"}")
                .body("type", containsString("anomaly-is-due"))
                .body("detail", containsString("skip it with a reason"));
        get("/anomalies").body("items.id", contains(due));
    }

    @Test
    void onTheMonthAsItIsOnlyWhatIsTrulyWrongIsAnAlert() {
        InvoiceServiceStub.servesTheMonth();
        analyse();
        RecurrenceApi.acceptAll();

        for (String asOf : new String[] {"2025-07-31", "2025-07-31"}) {
            JsonPath anomalies = get("/anomalies?asOf=" + asOf).extract().jsonPath();
            assertThat(anomalies.getList(
                            "items.collect { it.kind + ' ' + it.customerCode + ' ' + it.dueOn }", String.class))
                    .containsExactlyInAnyOrder(
                            "MISSING ZGM01 2022-05-01",
                            "DOUBLE ZIGOU01 2024-02-01",
                            "MISSING ZIGOU01 2024-11-01",
                            "AMOUNT ZGM01 2023-01-01",
                            "AMOUNT ZUMBR01 2023-09-01");
            assertThat(anomalies.getFloat(
                            "items.find { it.kind == 'AMOUNT' && it.customerCode == 'ZGM01' }.expectedNet"))
                    .isEqualTo(475.0f);
        }
        get("/anomalies?asOf=2022-06-30").body("items.dueOn", contains("2022-05-01"));
    }
}
