package fr.syaga.facturation.clockify.monitoring;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Demo;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
                .contains(";3,25;\r\n");
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
    void aTimesheetIsAPdfWithItsFontInIt() throws Exception {
        byte[] pdf = Caller.READER
                .uploads()
                .accept("application/pdf")
                .get("/api/v1/timesheets?customer=PHARMA10&month=2025-07")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("temps_PHARMA10_2025-07.pdf"))
                .extract()
                .asByteArray();
        Files.createDirectories(Path.of("target/mail"));
        Files.write(Path.of("target/mail/timesheet.pdf"), pdf);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Relevé de temps – Juillet 2025", "=> Relance éditeur", "Temps facturable");
            PDResources resources = document.getPage(0).getResources();
            for (COSName font : resources.getFontNames()) {
                assertThat(resources.getFont(font).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void theTrendShowsTwelveMonths() {
        get("/forfaits?month=2025-08")
                .body("items.find { it.customerCode == 'LAA10' }.trend", hasSize(12))
                .body("items.find { it.customerCode == 'LAA10' }.trend[0].month", equalTo("2024-09"))
                .body("items.find { it.customerCode == 'LAA10' }.trend[10].hours", equalTo(14.0f))
                .body("items.find { it.customerCode == 'LAA10' }.trend[10].effectiveHourlyRate", equalTo(100.0f))
                .body("items.find { it.customerCode == 'LAA10' }.trend[11].effectiveHourlyRate", nullValue());
    }

    @Test
    void theStreamShowsALiveTimer() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/monitoring/stream"))
                .header("Authorization", "Bearer " + Caller.READER.token())
                .timeout(java.time.Duration.ofSeconds(60))
                .build();

        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            List<String> events = lines.lines()
                    .filter(line -> line.startsWith("data:"))
                    .limit(2)
                    .toList();
            assertThat(events).hasSize(2).allMatch(event -> event.contains("\"since\":\"2025-07-31T15:45:00Z\""));
        }
    }

    @Test
    void whoRunsATimerAndWhatShouldBePutRightIsShown() {
        get("/monitoring")
                .body("date", equalTo("2025-08-01"))
                .body("running", hasSize(1))
                .body("running[0].since", equalTo("2025-07-31T15:45:00Z"))
                .body("billableGoal", equalTo(60))
                .body("coaching.netToday", equalTo(0.0f));
        get("/reminders").body("items.kind", hasItem("TIMER_FORGOTTEN")).body("items.kind", hasItem("NO_PROJECT"));
    }

    private static ValidatableResponse get(String path) {
        return Caller.READER.calls().get("/api/v1" + path).then().statusCode(200);
    }
}
