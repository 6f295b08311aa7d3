package fr.syaga.facturation.clockify.monitoring;

import java.util.Iterator;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Demo;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ReadingTest {

    @Inject
    CleanDatabase database;

    @BeforeEach
    void julyIsRead() {
        database.clean();
        Outside.everythingIsUp();
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    @Test
    void forfaitsShowTheHoursOfTheTruthAndWhatAnHourBrought() {
        ValidatableResponse forfaits = get("/forfaits?month=2025-07")
                .body("items", hasSize(9))
                .body("totalHours", equalTo(43.5f))
                .body("items.find { it.customerCode == 'LAA10' }.monthlyNet", equalTo(1400.0f))
                .body("items.find { it.customerCode == 'LAA10' }.hours", equalTo(14.0f))
                .body("items.find { it.customerCode == 'LAA10' }.effectiveHourlyRate", equalTo(100.0f))
                .body("items.find { it.customerCode == 'LAA10' }.breakEvenHours", equalTo(12.73f))
                .body("items.find { it.customerCode == 'LAA10' }.overrunHours", equalTo(1.27f))
                .body("items.find { it.customerCode == 'BELFON10' }.monthlyNet", equalTo(250.53f));

        Iterator<Map.Entry<String, JsonNode>> truth =
                Demo.truth().path("forfaitHours").fields();
        Map<String, String> names = Demo.customerNamesByCode();
        truth.forEachRemaining(each -> {
            String code = names.entrySet().stream()
                    .filter(name -> name.getValue().equals(each.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            forfaits.body(
                    "items.find { it.customerCode == '%s' }.hours".formatted(code),
                    equalTo(each.getValue().floatValue()));
        });
    }

    @Test
    void aTimesheetJustifiesTheInvoice() {
        get("/timesheets?customer=LAA10&month=2025-07")
                .body("entries", hasSize(30))
                .body("facturableHours", equalTo(25.0f))
                .body("forfaitHours", equalTo(14.0f));

        Response csv =
                Caller.READER.uploads().accept("text/csv").get("/api/v1/timesheets?customer=PHARMA10&month=2025-07");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString())
                .startsWith("\uFEFFdate;")
                .contains("'=> Relance éditeur")
                .contains(";3,25\r\n");
        Caller.READER.calls().get("/api/v1/timesheets?month=2025-07").then().statusCode(400);
    }

    @Test
    void theDaysReportHoldsTheMonthAndItsForecast() {
        get("/reports/daily?date=2025-07-31")
                .body("month.facturableHours", equalTo(222.0f))
                .body("month.forfaitHours", equalTo(43.5f))
                .body("month.interneHours", equalTo(64.5f))
                .body("month.netAmount", equalTo(24420.0f))
                .body("recurringNet", equalTo(4400.53f))
                .body("monthForecast", equalTo(28820.53f))
                .body("uncategorised", hasSize(2))
                .body("customers", hasSize(18))
                .body("contractsAsOf", notNullValue());
        String page = Caller.READER
                .uploads()
                .accept("text/html")
                .get("/api/v1/reports/daily?date=2025-07-31")
                .asString();
        assertThat(page)
                .contains("Rapport de facturation du jeudi 31 juillet 2025", "LAA10", "2\u202f750,00 €", "<svg");
        Caller.READER.calls().get("/api/v1/reports/daily?date=x").then().statusCode(400);
    }

    @Test
    void whoRunsATimerAndWhatShouldBePutRightIsShown() {
        get("/monitoring")
                .body("date", equalTo("2025-08-01"))
                .body("running", hasSize(1))
                .body("running[0].since", equalTo("2025-07-31T15:45:00Z"))
                .body("billableGoal", equalTo(60));
        get("/reminders").body("items.kind", hasItem("TIMER_FORGOTTEN")).body("items.kind", hasItem("NO_PROJECT"));
    }

    private static ValidatableResponse get(String path) {
        return Caller.READER.calls().get("/api/v1" + path).then().statusCode(200);
    }
}
