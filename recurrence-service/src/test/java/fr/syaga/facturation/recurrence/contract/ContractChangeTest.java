package fr.syaga.facturation.recurrence.contract;

import java.util.Collections;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.schedule;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** Each field of a change does what it says, or is refused with the way out. Today is 1 August 2025; contracts are of 300.00. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ContractChangeTest {

    private static final String MONTHLY = "\"netAmount\":300,\"periodicity\":\"MONTHLY\"";
    private static final String QUARTERLY = "\"netAmount\":900,\"periodicity\":\"QUARTERLY\",\"months\":[1,4,7,10]";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void aContractStaysWithItsCustomerAndTheRefusalNamesTheWayOut() {
        String contract = write("OMEGA1", "");

        Caller.OPERATOR
                .calls()
                .body("{\"customerCode\":\"OMEGA2\",\"label\":\"Forfait\",%s}".formatted(MONTHLY))
                .put("/api/v1/contracts/" + contract)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:contract-term-is-fixed"))
                .body("detail", containsString("OMEGA2"))
                .body("detail", containsString("POST /api/v1/contracts/" + contract + "/end"));
        get("/contracts/" + contract).body("customerCode", equalTo("OMEGA1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"since\":\"2025-06-01\"",
                "\"billFrom\":\"2025-09-01\"",
                "\"patternId\":\"0b3f7e4e-6f5e-4d33-9b1e-0d3c2a7f9c11\""
            })
    void whatInvoicesStandForIsNeverTakenAndIgnored(String field) {
        String contract = write("OMEGA1", "");
        run("2025-08-01", "2025-08-31");

        put(contract, MONTHLY + "," + field).statusCode(409).body("detail", containsString("end this contract"));
        put(contract, MONTHLY + ",\"since\":\"2025-08-01\",\"billFrom\":\"2025-08-01\"")
                .statusCode(200);
    }

    @Test
    void beforeAnythingIsInvoicedSinceAndTheNameAreWhatTheChangeSays() {
        String contract = write("OMEGA1", "");

        put(contract, MONTHLY + ",\"since\":\"2025-06-15\",\"customerName\":\"Oméga\"")
                .statusCode(200)
                .body("since", equalTo("2025-06-15"))
                .body("customerName", equalTo("Oméga"));
        put(contract, MONTHLY + ",\"since\":\"2025-09-15\"").statusCode(400);
    }

    @Test
    void aContractThatGoesBackToItsPeriodicityGoesBackToItsPrice() {
        String contract = write("PSI", "\"since\":\"2025-08-01\"");
        run("2025-08-01", "2025-08-31");

        put(contract, QUARTERLY).statusCode(200).body("prices.netAmount", contains(900.0f));
        put(contract, MONTHLY).statusCode(200).body("prices.netAmount", contains(300.0f));

        amounts("2025-08-01", "2026-02-28", 7, 300.0f);
        get("/anomalies?asOf=2025-08-31").body("count", equalTo(0));
    }

    @Test
    void aPriceSaidWithAnotherDayIsForgottenWithThatDay() {
        String contract = write("PSI", "");
        run("2025-08-01", "2025-08-31");

        put(contract, "\"netAmount\":360,\"periodicity\":\"MONTHLY\",\"dayOfMonth\":15")
                .statusCode(200);
        put(contract, MONTHLY + ",\"dayOfMonth\":1").statusCode(200);

        amounts("2025-08-01", "2025-12-31", 5, 300.0f);
    }

    @Test
    void aQuarterThatIsDueAlreadyHasThePriceOfAQuarter() {
        String contract = write("PSI", "\"since\":\"2025-07-01\",\"billFrom\":\"2025-07-01\"");

        put(contract, QUARTERLY).statusCode(200);
        amounts("2025-07-01", "2026-01-31", 3, 900.0f);
    }

    @Test
    void aPriceThatIsSetForItsOwnDayOutlivesAChangeOfCalendar() {
        String contract = write("PSI", "");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-10-01\",\"netAmount\":330}");

        put(contract, QUARTERLY).statusCode(200);
        put(contract, MONTHLY).statusCode(200);

        schedule("2025-09-01", "2025-10-31").body("occurrences.netAmount", contains(300.0f, 330.0f));
    }

    @Test
    void theMonthsBetweenTwoCalendarsAreNamedAndAnAlertUntilDecided() {
        String contract = write("PSI", "");
        run("2025-08-01", "2025-08-31");

        put(contract, QUARTERLY).statusCode(200).body("uncovered", contains("2025-09"));
        String id = get("/anomalies")
                .body("items.kind", contains("UNCOVERED"))
                .body("items[0].atStake", equalTo(300.0f))
                .body("items[0].explanation", containsString("septembre 2025"))
                .body("items[0].wayOut", containsString("à la main"))
                .extract()
                .path("items[0].id");
        get("/contracts").body("items[0].uncovered", contains("2025-09"));

        post("/anomalies/" + id + "/resolve", "{\"reason\":\"Facturé à la main\"}");
        get("/anomalies").body("count", equalTo(0));
        get("/contracts/" + contract).body("uncovered", empty());
        get("/contracts").body("items[0].uncovered", empty());

        post("/anomalies/" + id + "/reopen", "{}");
        get("/contracts/" + contract).body("uncovered", contains("2025-09"));
    }

    @Test
    void ofSeveralMonthsOnlyTheDecidedOneIsLeftOutNoMore() {
        String contract = write("PSI", "\"since\":\"2025-07-01\",\"billFrom\":\"2025-07-01\"");
        run("2025-07-01", "2025-07-31");
        put(contract, QUARTERLY).body("uncovered", contains("2025-08", "2025-09"));
        String august = get("/anomalies").extract().path("items.find { it.dueOn == '2025-08-01' }.id");

        post("/anomalies/" + august + "/resolve", "{\"reason\":\"Offert\"}");
        get("/contracts/" + contract).body("uncovered", contains("2025-09"));
        put(contract, QUARTERLY).body("uncovered", contains("2025-09"));
    }

    @Test
    void ofTwoPricesSaidBeforeEitherHoldsTheLaterWins() {
        String later = write("PSI", "\"dayOfMonth\":15,\"since\":\"2025-07-01\",\"billFrom\":\"2025-07-01\"");

        put(later, price(360)).statusCode(200).body("prices.netAmount", contains(300.0f, 360.0f));
        put(later, price(300)).statusCode(200).body("prices.netAmount", contains(300.0f));
        put(later, price(360)).statusCode(200);
        put(later, price(330)).statusCode(200).body("prices.netAmount", contains(300.0f, 330.0f));
        put(later, price(300)).statusCode(200);

        schedule("2025-08-15", "2025-08-15").body("occurrences.netAmount", contains(300.0f));
        amounts("2025-09-15", "2025-12-15", 4, 300.0f);
    }

    @Test
    void aPriceThatIsSetForItsOwnDayStaysWhereTheContractIsWrittenBack() {
        String contract = write("PSI", "\"since\":\"2025-07-01\",\"billFrom\":\"2025-07-01\",\"dayOfMonth\":15");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-10-01\",\"netAmount\":330}");

        put(contract, price(300)).statusCode(200).body("prices.netAmount", contains(300.0f, 330.0f));
        put(contract, price(360)).statusCode(200);
        put(contract, price(300)).statusCode(200).body("prices.netAmount", contains(300.0f, 330.0f));
    }

    private static String price(int netAmount) {
        return "\"netAmount\":%d,\"periodicity\":\"MONTHLY\"".formatted(netAmount);
    }

    @Test
    void monthsAreLeftOutAlsoWhereAQuarterBeganWithAnInvoicedMonth() {
        String contract = write("PSI", "\"since\":\"2025-07-01\",\"billFrom\":\"2025-07-01\"");
        run("2025-07-01", "2025-07-31").body("created", equalTo(1));

        put(contract, QUARTERLY).statusCode(200).body("uncovered", contains("2025-08", "2025-09"));
        get("/anomalies").body("totalAtStake", equalTo(600.0f));
    }

    @Test
    void whatALaterCalendarCoversAgainIsLeftOutNoMore() {
        String contract = write("PSI", "");
        run("2025-08-01", "2025-08-31");
        put(contract, "\"netAmount\":3600,\"periodicity\":\"ANNUAL\",\"months\":[12]")
                .body("uncovered", contains("2025-09", "2025-10", "2025-11"));

        put(contract, QUARTERLY).body("uncovered", contains("2025-09"));
        put(contract, MONTHLY).body("uncovered", empty());
        get("/anomalies?asOf=2025-08-31").body("count", equalTo(0));
    }

    private static ValidatableResponse put(String contract, String terms) {
        String customer = get("/contracts/" + contract).extract().path("customerCode");
        return Caller.OPERATOR
                .calls()
                .body("{\"customerCode\":\"%s\",\"label\":\"Forfait\",%s}".formatted(customer, terms))
                .put("/api/v1/contracts/" + contract)
                .then();
    }

    private static void amounts(String from, String to, int times, float each) {
        schedule(from, to).body("occurrences.netAmount", equalTo(Collections.nCopies(times, each)));
    }
}
