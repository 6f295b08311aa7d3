package fr.syaga.facturation.recurrence.indexation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptTheContractsOfTheDemonstration;
import static fr.syaga.facturation.recurrence.RecurrenceApi.contractOf;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.refused;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** Promise 10: prices of many contracts are raised with a preview, a yes and a date. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class IndexationTest {

    private static final String BY_SYNTEC =
            "{\"from\":\"2026-01-01\",\"index\":\"SYNTEC\",\"baseMonth\":\"2024-10\",\"month\":\"2025-10\"}";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void syntecIsPublished() throws Exception {
        RecurrenceApi.startsEmpty(database);
        publish("2024-10", "312.20");
        publish("2025-10", "318.90");
    }

    @Test
    void allContractsAreIndexedWithAPreviewAYesAndADate() {
        acceptTheContractsOfTheDemonstration();

        String preview = propose(BY_SYNTEC)
                .body("status", equalTo("PROPOSED"))
                .body("count", equalTo(9))
                .body("changeInPercent", equalTo(2.15f))
                .body("leftOut", hasSize(0))
                .extract()
                .asString();
        String id = JsonPath.from(preview).getString("id");
        // 1400 x 318.9 / 312.2 = 1430.0448...; 12 times 1430.04 less 12 times 1400.
        assertThat(preview)
                .contains(
                        "\"oldNet\":1400.00,\"newNet\":1430.04,\"annualOld\":16800.00,\"annualNew\":17160.48,\"annualIncrease\":360.48")
                .contains("\"oldNet\":751.60,\"newNet\":767.73,\"annualOld\":3006.40,\"annualNew\":3070.92")
                .contains("\"annualOld\":52806.40");
        assertThat(january()).doesNotContain("1430.04");

        post("/indexations/" + id + "/apply", "")
                .body("status", equalTo("APPLIED"))
                .body("appliedAt", notNullValue());

        assertThat(january()).contains("\"netAmount\":1430.04").contains("\"netAmount\":767.73");
        assertThat(get("/schedule?from=2025-12-01&to=2025-12-31").extract().asString())
                .contains("\"netAmount\":1400.00");
    }

    @Test
    void applyingTwiceChangesNothing() {
        String contract = write("LAA10", "");
        String id = propose(BY_SYNTEC).extract().path("id");

        String first = post("/indexations/" + id + "/apply", "").extract().asString();
        String second = post("/indexations/" + id + "/apply", "").extract().asString();

        assertThat(second).isEqualTo(first);
        get("/contracts/" + contract).body("prices", hasSize(2)).body("prices[1].netAmount", equalTo(306.44f));
    }

    @Test
    void applyingAtOnceAppliesOnce() {
        String contract = write("LAA10", "");
        String id = propose(BY_SYNTEC).extract().path("id");

        List<CompletableFuture<ValidatableResponse>> yeses = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> post("/indexations/" + id + "/apply", "")))
                .toList();
        yeses.forEach(CompletableFuture::join);

        get("/contracts/" + contract).body("prices", hasSize(2)).body("prices[1].netAmount", equalTo(306.44f));
    }

    @Test
    void anIndexationIsNeverMadeOnTopOfItself() {
        String contract = write("LAA10", "");
        apply(propose(BY_SYNTEC));

        propose(BY_SYNTEC).body("count", equalTo(0)).body("leftOut[0].contractId", equalTo(contract));
        propose(BY_SYNTEC.replace("2026-01-01", "2026-03-01"))
                .body("count", equalTo(0))
                .body("leftOut[0].reason", containsString("déjà indexé sur la valeur de 10/2025"));
        apply(propose("{\"from\":\"2026-01-01\",\"percent\":3}").body("count", equalTo(0)));

        get("/contracts/" + contract).body("prices", hasSize(2));
    }

    @Test
    void aSelectionIsRaisedByAPercentage() {
        String chosen = write("LAA10", "");
        write("PETRAS10", "");

        apply(propose("{\"from\":\"2026-01-01\",\"percent\":3,\"contractIds\":[\"%s\"]}".formatted(chosen))
                .body("items.contractId", contains(chosen))
                .body("items[0].newNet", equalTo(309.0f))
                .body("annualIncrease", equalTo(108.0f)));

        get("/contracts/" + chosen).body("prices", hasSize(2));
        get("/contracts/" + contractOf("PETRAS10")).body("prices", hasSize(1));
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        String ended = write("LAA10", "\"until\":\"2025-12-31\"");
        String later = write("PETRAS10", "\"since\":\"2026-02-01\"");
        String agreed = write("GENLOG10", "");
        post("/contracts/" + agreed + "/prices", "{\"from\":\"2026-01-01\",\"netAmount\":310}");

        propose("{\"from\":\"2026-01-01\",\"percent\":3,\"contractIds\":[\"%s\",\"%s\",\"%s\"]}"
                        .formatted(ended, later, agreed))
                .body("count", equalTo(0))
                .body("leftOut.customerCode", contains("GENLOG10", "LAA10", "PETRAS10"))
                .body(
                        "leftOut.reason",
                        contains(
                                "Un prix de 310,00 € est déjà fixé au 01/01/2026.",
                                "Le contrat se termine avant le 01/01/2026.",
                                "Le contrat commence le 01/02/2026, à son prix d'alors."));
        propose("{\"from\":\"2026-01-01\",\"percent\":3}")
                .body("leftOut.customerCode", contains("GENLOG10", "PETRAS10"));
    }

    @Test
    void aPriceChangedSinceThePreviewIsNamedAndNothingIsApplied() {
        String untouched = write("LAA10", "");
        String changed = write("PETRAS10", "");
        String id = propose(BY_SYNTEC).extract().path("id");
        post("/contracts/" + changed + "/prices", "{\"from\":\"2025-10-01\",\"netAmount\":310}");

        refused("/indexations/" + id + "/apply", "")
                .body("type", equalTo("urn:facturation:problem:indexation-is-outdated"))
                .body("detail", containsString("PETRAS10"))
                .body("detail", containsString("again"));

        get("/contracts/" + untouched).body("prices", hasSize(1));
        get("/indexations").body("items.status", everyItem(equalTo("PROPOSED")));
    }

    @Test
    void everyRefusalNamesTheWayOut() {
        refused("/indexations", BY_SYNTEC.replace("2025-10", "2025-09"))
                .body("type", equalTo("urn:facturation:problem:index-value-missing"))
                .body("detail", containsString("PUT /api/v1/indices/SYNTEC/2025-09"));
        publish("2025-09", "31.89");
        refused("/indexations", BY_SYNTEC.replace("2025-10", "2025-09"))
                .body("type", equalTo("urn:facturation:problem:indexation-is-implausible"))
                .body("detail", containsString("correct the value"));
        for (String unclear : List.of(
                "{\"from\":\"2026-01-01\"}",
                "{\"from\":\"2026-01-01\",\"index\":\"SYNTEC\"}",
                "{\"from\":\"2026-01-01\",\"index\":\"SYNTEC\",\"baseMonth\":\"2025-10\",\"month\":\"2024-10\"}",
                BY_SYNTEC.replace("}", ",\"percent\":3}"))) {
            Caller.OPERATOR
                    .calls()
                    .body(unclear)
                    .post("/api/v1/indexations")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void indexValuesAreDataThatCanBeCorrected() {
        publish("2025-10", "319.00");

        get("/indices/SYNTEC")
                .body("values.month", contains("2024-10", "2025-10"))
                .body("values.value", contains(312.2f, 319.0f));
        Caller.READER
                .calls()
                .body("{\"value\":320}")
                .put("/api/v1/indices/SYNTEC/2025-10")
                .then()
                .statusCode(403);
    }

    @Test
    void aContractWrittenBackAsItWasReadKeepsItsComingPrice() {
        String contract = write("LAA10", "");
        apply(propose(BY_SYNTEC));

        Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"LAA10\",\"label\":\"Forfait LAA10\",\"netAmount\":300.00,\"periodicity\":\"MONTHLY\"}")
                .put("/api/v1/contracts/" + contract)
                .then()
                .statusCode(200)
                .body("prices", hasSize(2))
                .body("prices[1].netAmount", equalTo(306.44f));
    }

    private static void publish(String month, String value) {
        Caller.OPERATOR
                .calls()
                .body("{\"value\":%s}".formatted(value))
                .put("/api/v1/indices/SYNTEC/" + month)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse propose(String terms) {
        return Caller.OPERATOR
                .calls()
                .body(terms)
                .post("/api/v1/indexations")
                .then()
                .statusCode(201);
    }

    private static void apply(ValidatableResponse proposed) {
        post("/indexations/" + proposed.extract().path("id") + "/apply", "");
    }

    private static String january() {
        return get("/schedule?from=2026-01-01&to=2026-01-31").extract().asString();
    }
}
