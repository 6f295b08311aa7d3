package fr.syaga.facturation.clockify.billing.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Demo;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class BillingTest {

    /** An hour of LAA's, on 31 July, FACTURABLE. */
    private static final String LAA_HOUR = "acf1cce07d59c258f8fe329a";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void julyIsRead() {
        database.clean();
        Outside.everythingIsUp();
        sync();
    }

    @Test
    void julyIsBilledOnceAndItsFiguresHold() {
        preview()
                .body("totalHours", equalTo(222.00f))
                .body("openHours", equalTo(222.00f))
                .body("unmapped", empty());

        bill().statusCode(200)
                .body("created", equalTo(15))
                .body("existing", equalTo(0))
                .body("totalHours", equalTo(222.00f))
                .body("totalNet", equalTo(24420.00f))
                .body("drafts", hasSize(15))
                .body("failed", empty());
        bill().body("created", equalTo(0))
                .body("existing", equalTo(15))
                .body("totalHours", equalTo(222.00f))
                .body("totalNet", equalTo(24420.00f));

        assertThat(Outside.invoices().invoices()).hasSize(15);
        preview()
                .body("totalNet", equalTo(24420.00f))
                .body("openHours", equalTo(0.0f))
                .body("adjustments", empty());
    }

    @Test
    void eachCustomersBillIsTheOneOfTheTruth() {
        List<JsonNode> truths = Demo.truth().path("facturable").findParents("clientCode");
        var bills = bill();

        truths.forEach(truth -> bills.body(
                "drafts.find { it.customerCode == '%s' }.netAmount"
                        .formatted(truth.path("clientCode").asText()),
                equalTo(truth.path("amountHt").floatValue())));
    }

    @Test
    void aDraftSaysWhatIsBilledInTheWordsOfTheBusiness() {
        bill();

        JsonNode draft = Outside.invoices().drafts().stream()
                .filter(each -> each.path("customerCode").asText().equals("ARTINF10"))
                .findFirst()
                .orElseThrow();
        assertThat(draft.path("reference").asText()).isEqualTo("time:ARTINF10:2025-07");
        assertThat(draft.path("origin").asText()).isEqualTo("TIME");
        assertThat(draft.path("issuedOn").asText()).isEqualTo("2025-07-31");
        assertThat(draft.path("periodFrom").asText()).isEqualTo("2025-07-01");
        assertThat(draft.has("approve")).isFalse();
        JsonNode line = draft.path("lines").get(0);
        assertThat(draft.path("lines")).hasSize(1);
        assertThat(line.path("articleCode").asText()).isEqualTo("PREST-ING-H");
        assertThat(line.path("description").asText()).isEqualTo("Prestations informatiques - Juillet 2025 (12,00 h)");
        assertThat(line.path("quantity").decimalValue()).isEqualByComparingTo("12.00");
        assertThat(line.path("unit").asText()).isEqualTo("HUR");
        assertThat(line.path("unitPrice").decimalValue()).isEqualByComparingTo("110");
    }

    @Test
    void anAnswerThatGotLostIsAskedForAgainAndBillsOnce() {
        Outside.invoices().loseNextAnswer();

        bill().statusCode(503);
        assertThat(Outside.invoices().invoices()).hasSize(15);
        Outside.clockify()
                .moveEntry(LAA_HOUR, Instant.parse("2025-07-31T13:00:00Z"), Instant.parse("2025-07-31T15:00:00Z"));
        sync();

        bill().statusCode(200).body("existing", equalTo(15)).body("totalNet", equalTo(24420.00f));
        assertThat(Outside.invoices().invoices()).hasSize(15);
    }

    @Test
    void twoRunsAtOnceBillOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Integer> run = () -> bill().extract().statusCode();

        assertThat(pool.invokeAll(List.of(run, run)))
                .allSatisfy(each -> assertThat(each.get()).isEqualTo(200));

        pool.shutdown();
        assertThat(Outside.invoices().invoices()).hasSize(15);
    }

    @Test
    void aDroppedDraftFreesItsTime() {
        bill();
        Outside.invoices().drop("time:LAA10:2025-07");

        preview().body("openHours", equalTo(25.00f));
        bill().body("created", equalTo(1)).body("existing", equalTo(14)).body("totalNet", equalTo(24420.00f));
    }

    @Test
    void aCancelledInvoiceKeepsItsReferenceAndFreesItsTime() {
        bill();
        Outside.invoices().change("time:LAA10:2025-07", invoice -> invoice.put("status", "CANCELLED"));

        bill().body("created", equalTo(1)).body("existing", equalTo(14)).body("totalNet", equalTo(24420.00f));
        assertThat(Outside.invoices().invoices())
                .extracting(invoice -> invoice.path("reference").asText())
                .contains("time:LAA10:2025-07", "time:LAA10:2025-07:2");
    }

    @Test
    void billedTimeThatChangesBecomesAVisibleAdjustment() {
        bill();
        Outside.clockify()
                .moveEntry(LAA_HOUR, Instant.parse("2025-07-31T13:00:00Z"), Instant.parse("2025-07-31T15:00:00Z"));
        sync();

        bill().body("created", equalTo(0))
                .body("totalNet", equalTo(24420.00f))
                .body("adjustments.kind", contains("CHANGED"))
                .body("adjustments.hours", contains(1.0f));

        Outside.clockify().deleteEntry(LAA_HOUR);
        sync();
        preview().body("adjustments.kind", contains("DELETED")).body("adjustments.netAmount", contains(-110.0f));
    }

    @Test
    void timeThatComesLateIsOnTheCustomersNextBill() {
        bill();
        Outside.clockify().addEntry(forgotten(entry(LAA_HOUR)).put("description", "Oubliée"));
        sync();

        bill().body("created", equalTo(0)).body("adjustments.kind", contains("LATE"));
        run("2025-08").statusCode(200).body("created", equalTo(1)).body("totalHours", equalTo(1.00f));
        assertThat(Outside.invoices().drafts())
                .last()
                .extracting(
                        draft -> draft.path("lines").get(0).path("description").asText())
                .isEqualTo("Prestations informatiques - Régularisation Juillet 2025 (1,00 h)");
        bill().body("adjustments", empty());
    }

    @Test
    void lateTimeOfACustomerWhoHadNoneInABilledMonthIsOnTheNextBill() {
        bill();
        Outside.customersAre(
                "{\"items\":[{\"code\":\"LAA10\",\"name\":\"LAA\",\"aliases\":[]},{\"code\":\"TARD\",\"name\":\"Tardif\",\"aliases\":[]}],\"nextCursor\":null}");
        Caller.OPERATOR
                .uploads()
                .multiPart(
                        "file",
                        "tard.csv",
                        ("Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time\n"
                                        + "P,Tardif,Oubliée,Zoé,zoe@example.fr,2025-07-30,09:00:00,2025-07-30,10:00:00\n"
                                        + "P,Tardif,D'un mois jamais facturé,Zoé,zoe@example.fr,2025-05-30,09:00:00,2025-05-30,10:00:00\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .multiPart("anyway", "true")
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200);

        run("2025-08")
                .statusCode(200)
                .body("drafts.customerCode", contains("TARD"))
                .body("totalHours", equalTo(1.00f));
        bill().body("created", equalTo(0));
    }

    @Test
    void aMonthThatIsNotOverSaysSo() {
        preview().body("monthOver", equalTo(true));
        bill().body("monthOver", equalTo(true));

        run("2025-08").statusCode(200).body("monthOver", equalTo(false));
    }

    @Test
    void lateTimeThatAContractCoversByNowIsOnNoBill() {
        bill();
        Outside.clockify().addEntry(forgotten(facturableOf("ARTINF10")).put("description", "Maintenance du parc"));
        sync();
        bill().body("adjustments.customerCode", contains("ARTINF10"));

        Outside.alsoHasAContract("ARTINF10");
        run("2025-08").statusCode(200).body("created", equalTo(0)).body("totalHours", equalTo(0.0f));
    }

    @Test
    void theTimesheetHasTheHoursOfTheInvoiceAndShowsLateTimeApart() {
        bill();
        Outside.clockify().addEntry(forgotten(entry(LAA_HOUR)).put("description", "Oubliée"));
        sync();

        timesheet("2025-07").body("facturableHours", equalTo(25.0f)).body("late", empty());
        timesheet("2025-08")
                .body("entries", empty())
                .body("late.description", contains("Oubliée"))
                .body("lateHours", equalTo(1.0f))
                .body("facturableHours", equalTo(1.0f));
        run("2025-08").body("totalHours", equalTo(1.00f));
        timesheet("2025-07").body("facturableHours", equalTo(25.0f));
        timesheet("2025-08").body("facturableHours", equalTo(1.0f)).body("lateHours", equalTo(1.0f));

        String csv = Caller.READER
                .uploads()
                .accept("text/csv")
                .get("/api/v1/timesheets?customer=LAA10&month=2025-08")
                .asString();
        assertThat(csv).contains(";Oubliée;FACTURABLE;1,00;Juillet 2025\r\n");
    }

    @Test
    void lateTimeIsASectionOfItsOwnOnThePrintedTimesheet() throws Exception {
        bill();
        Outside.clockify().addEntry(forgotten(entry(LAA_HOUR)).put("description", "Oubliée"));
        sync();

        byte[] pdf = Caller.READER
                .uploads()
                .accept("application/pdf")
                .get("/api/v1/timesheets?customer=LAA10&month=2025-08")
                .asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Régularisations : temps de mois antérieurs", "Oubliée", "Temps régularisé 1,00")
                    .contains("Temps facturable – Août 2025 0,00", "Temps facturable 1,00");
        }
    }

    @Test
    void aTimesheetIsPrintedInTheLettersOfWhoeverTypedThem() throws Exception {
        String typed = "Обслуживание 网络维护 🚀 Œuvre";
        Outside.clockify().addEntry(forgotten(entry(LAA_HOUR)).put("description", typed));
        sync();

        byte[] pdf = Caller.READER
                .uploads()
                .accept("application/pdf")
                .get("/api/v1/timesheets?customer=LAA10&month=2025-07")
                .asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(typed)
                    .doesNotContain("#");
        }
    }

    private static ObjectNode facturableOf(String customer) {
        return entry(Caller.READER
                .calls()
                .get("/api/v1/time-entries?category=FACTURABLE&customer=" + customer)
                .then()
                .extract()
                .path("items[0].clockifyId"));
    }

    /** Another entry like it, at an hour of 31 July when nobody else works. */
    private static ObjectNode forgotten(ObjectNode like) {
        ObjectNode entry = like.deepCopy().put("id", "ffffffffffffffffffffffff");
        entry.putObject("timeInterval")
                .put("start", "2025-07-31T17:00:00Z")
                .put("end", "2025-07-31T18:00:00Z")
                .put("duration", "PT1H");
        return entry;
    }

    private static ObjectNode entry(String id) {
        return Outside.clockify().entries().stream()
                .filter(entry -> entry.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse timesheet(String month) {
        return Caller.READER
                .calls()
                .get("/api/v1/timesheets?customer=LAA10&month=" + month)
                .then()
                .statusCode(200);
    }

    @Test
    void unmappedTimeIsListedAndBilledOnlyAfterAPersonsYes() {
        database.clean();
        Outside.customersAre(
                "{\"items\":[{\"code\":\"LAAX\",\"name\":\"LAA INDUSTRIE\",\"aliases\":[]}],\"nextCursor\":null}");
        sync();

        preview()
                .body("customers", empty())
                .body("unmapped.find { it.clientName == 'LAA' }.netAmount", equalTo(4290.00f));
        Caller.READER
                .calls()
                .get("/api/v1/customer-mappings")
                .then()
                .body("items.find { it.clientName == 'LAA' }.state", equalTo("WAITING"))
                .body("items.find { it.clientName == 'LAA' }.hours", equalTo(39.0f))
                .body("items.find { it.clientName == 'SYAGA' }.state", equalTo("INTERNAL"));

        Caller.OPERATOR
                .calls()
                .body(mapping("LAA", "NOBODY"))
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(400);
        Caller.OPERATOR
                .calls()
                .body(mapping("LAA", "LAAX"))
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(200);
        bill().body("created", equalTo(1)).body("drafts.customerCode", hasItem("LAAX"));
    }

    @Test
    void theRowsOfATimesheetAddUpWhereAContractsHoursWereUsedUpOnTheWay() {
        Outside.laaIncludesHours("9.7");
        sync();

        String csv = Caller.READER
                .uploads()
                .accept("text/csv")
                .get("/api/v1/timesheets?customer=LAA10&month=2025-07")
                .asString();
        BigDecimal forfait = new BigDecimal("0.00");
        for (String row : csv.split("\r\n")) {
            if (row.contains(";FORFAIT;")) {
                forfait = forfait.add(new BigDecimal(row.split(";")[8].replace(',', '.')));
            }
        }

        timesheet("2025-07").body("forfaitHours", equalTo(9.7f));
        assertThat(forfait).isEqualByComparingTo("9.7");
    }

    @Test
    void aContractThatWasJustAgreedIsAmongTheForfaits() {
        Outside.alsoHasAContract("ARTINF10");

        Caller.READER
                .calls()
                .get("/api/v1/forfaits?month=2025-07")
                .then()
                .statusCode(200)
                .body("items.customerCode", hasItem("ARTINF10"));
    }

    @Test
    void promise18HoursOverTheContractsAreBilledAndShown() {
        Outside.laaIncludesHours("10");

        preview()
                .body("totalHours", equalTo(226.00f))
                .body("customers.find { it.customerCode == 'LAA10' }.hours", equalTo(29.00f));
        Caller.READER
                .calls()
                .get("/api/v1/forfaits?month=2025-07")
                .then()
                .body("items.find { it.customerCode == 'LAA10' }.includedHours", equalTo(10f))
                .body("items.find { it.customerCode == 'LAA10' }.hours", equalTo(14.00f))
                .body("items.find { it.customerCode == 'LAA10' }.overrunHours", equalTo(4.00f))
                .body("items.find { it.customerCode == 'LAA10' }.facturableHours", equalTo(4.00f))
                .body("items.find { it.customerCode == 'LAA10' }.effectiveHourlyRate", equalTo(140.00f));
        bill().body("created", equalTo(15)).body("totalNet", equalTo(24860.00f)).body("adjustments", empty());

        Outside.laaIncludesHours("12");
        bill().body("created", equalTo(0)).body("totalNet", equalTo(24860.00f)).body("adjustments", empty());
    }

    @Test
    void aPriceOfTheCustomersOwnIsOnTheBillAndStaysThere() {
        Response added = rate("{\"customerCode\":\"LAA10\",\"from\":\"2025-07-31\",\"netAmount\":95.50}");
        added.then().statusCode(201).header("ETag", equalTo("\"0\""));
        rate("{\"customerCode\":\"laa10 \",\"projectName\":\"X\",\"from\":\"2025-07-31\",\"netAmount\":1}")
                .then()
                .statusCode(201);
        rate("{\"customerCode\":\"LAA10\",\"from\":\"2025-07-31\",\"netAmount\":95.50}")
                .then()
                .statusCode(409);
        rate("{\"projectName\":\"X\",\"from\":\"2025-07-31\",\"netAmount\":95.50}")
                .then()
                .statusCode(400);

        bill().body("created", equalTo(15));
        List<Map<String, Object>> lines =
                preview().extract().path("customers.find { it.customerCode == 'LAA10' }.lines");
        assertThat(lines).extracting(line -> line.get("unitPrice")).containsExactly(95.5f, 110.0f);

        Caller.OPERATOR
                .calls()
                .delete("/api/v1/rates/" + added.path("id"))
                .then()
                .statusCode(204);
        preview()
                .body("customers.find { it.customerCode == 'LAA10' }.lines.unitPrice", contains(95.5f, 110.0f))
                .body("adjustments", empty());
        assertThat(Caller.READER
                        .calls()
                        .get("/api/v1/time-entries?from=2025-07-31&customer=LAA10&category=FACTURABLE")
                        .then()
                        .extract()
                        .<Float>path("items.find { it.seconds == 3600 }.amount"))
                .isEqualTo(95.5f);
    }

    private static Response rate(String terms) {
        return Caller.OPERATOR.calls().body(terms).post("/api/v1/rates");
    }

    @Test
    void aMonthThatIsNoMonthIsRefused() {
        run("2025-13").statusCode(400);
        Caller.READER.calls().get("/api/v1/billing/preview").then().statusCode(400);
    }

    private static String mapping(String client, String code) {
        return "{\"items\":[{\"clientName\":\"%s\",\"customerCode\":%s}]}"
                .formatted(client, code == null ? "null" : "\"" + code + "\"");
    }

    private static void sync() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse preview() {
        return Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-07")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse bill() {
        return run("2025-07");
    }

    private static ValidatableResponse run(String month) {
        return Caller.OPERATOR
                .calls()
                .body("{\"month\":\"%s\"}".formatted(month))
                .post("/api/v1/billing-runs")
                .then();
    }
}
