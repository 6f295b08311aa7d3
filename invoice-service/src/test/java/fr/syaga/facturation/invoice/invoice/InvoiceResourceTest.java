package fr.syaga.facturation.invoice.invoice;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.OpenApiFile;
import fr.syaga.facturation.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class InvoiceResourceTest {

    @Inject
    AgroalDataSource database;

    @Test
    void theSmallestDraftAddsUp() {
        Ledger.customer("SMALL");
        Caller.OPERATOR
                .calls()
                .body("""
                        {"customerCode":"small","kind":"INVOICE","origin":"MANUAL","subject":"Essai",
                         "lines":[{"description":"Heures","quantity":3,"unitPrice":33.33,"vatRate":20}]}""")
                .post("/api/v1/invoices")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/invoices/"))
                .body("status", equalTo("DRAFT"))
                .body("customerCode", equalTo("SMALL"))
                .body("netAmount", equalTo(99.99f))
                .body("vatAmount", equalTo(20.00f))
                .body("grossAmount", equalTo(119.99f))
                .body("lines[0].position", equalTo(1))
                .body("lines[0].quantity", equalTo(3))
                .body("lines[0].vatCategory", equalTo("S"))
                .body("number", equalTo(null));
    }

    @Test
    void aDraftPostedAgainIsTheSameInvoice() {
        Ledger.customer("TWICE");
        String draft = Ledger.draft("TWICE", "twice-1", "100");
        String id = Ledger.written(draft).getString("id");

        Caller.OPERATOR
                .calls()
                .body(draft)
                .post("/api/v1/invoices")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        Caller.OPERATOR
                .calls()
                .body(Ledger.draft("TWICE", "twice-1", "100.01"))
                .post("/api/v1/invoices")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:reference-used"));
    }

    @Test
    void anIdempotencyKeyDoesTheSame() {
        Ledger.customer("TWICE");
        String draft = Ledger.draft("TWICE", null, "42");
        String first = Caller.OPERATOR
                .calls()
                .header("Idempotency-Key", "key-1")
                .body(draft)
                .post("/api/v1/invoices")
                .jsonPath()
                .getString("id");

        Caller.OPERATOR
                .calls()
                .header("Idempotency-Key", "key-1")
                .body(draft)
                .post("/api/v1/invoices")
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
    }

    @Test
    void equalPostsAtTheSameMomentMakeOneInvoice() throws Exception {
        Ledger.customer("STORM");
        String draft = Ledger.draft("STORM", "storm-1", "10");
        Load operator = Load.by(Caller.OPERATOR);
        Callable<HttpResponse<String>> post = () -> operator.post("/api/v1/invoices", draft);

        List<HttpResponse<String>> answers = Load.atOnce(64, Collections.nCopies(1000, post));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(999);
        assertThat(answers.stream()
                        .map(answer -> answer.body().substring(0, 45))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"customerCode\":\"NOBODY\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}', customerCode",
        "'{\"customerCode\":\"SMALL\",\"lines\":[]}', lines",
        "'{\"customerCode\":\"SMALL\",\"lines\":[{\"description\":\"x\",\"quantity\":-1,\"unitPrice\":1}]}', lines[0].quantity",
        "'{\"customerCode\":\"SMALL\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":-1}]}', lines[0].unitPrice",
        "'{\"customerCode\":\"SMALL\",\"lines\":[{\"description\":\"x\",\"quantity\":1.00001,\"unitPrice\":1}]}', lines[0].quantity",
        "'{\"customerCode\":\"SMALL\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1,\"vatRate\":17}]}', lines[0].vatRate",
        "'{\"customerCode\":\"SMALL\",\"lines\":[{\"description\":\"x\",\"quantity\":9999999999,\"unitPrice\":9999999999}]}', lines",
        "'{\"customerCode\":\"SMALL\",\"issuedOn\":\"9999-01-01\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}', issuedOn",
        "'{\"customerCode\":\"SMALL\",\"issuedOn\":\"2025-07-31\",\"dueOn\":\"2025-07-30\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}', dueOn",
        "'{\"customerCode\":\"SMALL\",\"issuedOn\":\"2025-07-31\",\"dueOn\":\"2025-10-01\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}', dueOn",
        "'{\"customerCode\":\"SMALL\",\"kind\":\"CREDIT_NOTE\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}', creditOf"
    })
    void aWrongFieldIsNamed(String draft, String field) {
        Ledger.customer("SMALL");
        Caller.OPERATOR
                .calls()
                .body(draft)
                .post("/api/v1/invoices")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("detail", startsWith(field));
    }

    @Test
    void aDraftIsChangedApprovedReopenedAndDropped() {
        Ledger.customer("LIFE");
        String id = Ledger.written(Ledger.draft("LIFE", "life-1", "10")).getString("id");
        Caller.OPERATOR
                .calls()
                .body(Ledger.draft("LIFE", "life-1", "20"))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(200)
                .body("netAmount", equalTo(20.00f));
        Ledger.does(id, "approve").statusCode(200).body("status", equalTo("APPROVED"));
        Ledger.does(id, "approve").statusCode(200);
        Caller.OPERATOR
                .calls()
                .body(Ledger.draft("LIFE", "life-1", "30"))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(409);
        Caller.OPERATOR
                .calls()
                .delete("/api/v1/invoices/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("Reopen it"));

        Ledger.does(id, "reopen").statusCode(200).body("status", equalTo("DRAFT"));
        Caller.OPERATOR.calls().delete("/api/v1/invoices/" + id).then().statusCode(204);

        Caller.READER.calls().get("/api/v1/invoices/" + id).then().statusCode(404);
        Ledger.written(Ledger.draft("LIFE", "life-1", "40"));
    }

    @Test
    void anExportedInvoiceIsOnlyWithdrawnWhenOxygeneNoLongerHasIt() {
        Ledger.customer("LIFE");
        String id = Ledger.written(Ledger.draft("LIFE", "life-2", "10")).getString("id");
        Ledger.does(id, "approve");
        Caller.SERVICE
                .calls()
                .body("{\"exportId\":\"e1\",\"items\":[{\"id\":\"%s\",\"key\":\"#1\"}]}".formatted(id))
                .post("/api/v1/invoices/exported")
                .then()
                .statusCode(200)
                .body("items[0].result", equalTo("MARKED"));
        Ledger.does(id, "exported", "{\"exportId\":\"e1\",\"key\":\"#1\"}").statusCode(200);

        Ledger.does(id, "cancel").statusCode(409).body("type", equalTo("urn:facturation:problem:already-exported"));
        Ledger.does(id, "cancel", "{\"removedFromOxygene\":true}").statusCode(409);
        Ledger.does(id, "cancel", "{\"removedFromOxygene\":true,\"reason\":\"saisie en double\"}")
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        Caller.READER
                .calls()
                .get("/api/v1/journal?invoiceId=" + id)
                .then()
                .body("items.deed", equalTo(List.of("APPROVED", "EXPORTED", "CANCELLED")))
                .body("items[0].actor", equalTo("test-operator"))
                .body("items[2].facts.reason", equalTo("saisie en double"));
    }

    @Test
    void whileOxygeneNumbersNobodyElseDoes() {
        Ledger.customer("LIFE");
        String id = Ledger.written(Ledger.draft("LIFE", "life-3", "10")).getString("id");
        Ledger.does(id, "approve");

        Ledger.does(id, "issue").statusCode(409).body("type", equalTo("urn:facturation:problem:numbered-by-oxygene"));
    }

    @Test
    void anIssuedInvoiceNeverChangesInCodeOrInTheDatabase() throws SQLException {
        String id = issued("LIFE", "life-4", "100", "F20250601");

        Caller.OPERATOR
                .calls()
                .body(Ledger.draft("LIFE", "life-4", "1"))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(409);
        Ledger.does(id, "cancel").statusCode(409).body("detail", containsString("make a credit note"));
        for (String sql : List.of(
                "update invoice set net_amount = 1, gross_amount = 21 where id = '%s'",
                "update invoice set status = 'DRAFT', number = null where id = '%s'",
                "delete from invoice where id = '%s'",
                "delete from invoice_line where invoice_id = '%s'",
                "update invoice_line set description = 'x' where invoice_id = '%s'",
                "truncate invoice cascade")) {
            assertThatThrownBy(() -> execute(sql.formatted(id))).isInstanceOf(SQLException.class);
        }
        execute("update invoice set paid_amount = 0 where id = '%s'".formatted(id));
        Ledger.imports(Ledger.row("F 20111001", "LIFE9 - L'ANCIEN", "01/09/2011", "100", "119,6"));
        assertThatThrownBy(() -> execute("delete from invoice where number = 'F20111001'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("make a credit note");
        Ledger.does(id, "payments", "{\"amount\":1,\"paidOn\":\"2025-08-10\"}").statusCode(200);
        assertThatThrownBy(() -> execute("delete from payment where invoice_id = '%s'".formatted(id)))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aPaymentNeverExceedsWhatIsOwed() {
        String id = issued("LIFE", "life-5", "100", "F20250602");

        Ledger.does(id, "payments", "{\"amount\":70,\"paidOn\":\"2025-08-10\",\"reference\":\"vir-1\"}")
                .statusCode(200)
                .body("paidAmount", equalTo(70.00f));
        Ledger.does(id, "payments", "{\"amount\":70,\"paidOn\":\"2025-08-10\",\"reference\":\"vir-1\"}")
                .statusCode(200)
                .body("paidAmount", equalTo(70.00f));
        Ledger.does(id, "payments", "{\"amount\":50.01,\"paidOn\":\"2025-08-11\"}")
                .statusCode(409)
                .body("detail", containsString("50.00"));
        Ledger.does(id, "payments", "{\"amount\":50,\"paidOn\":\"2025-08-11\"}")
                .statusCode(200)
                .body("paidAmount", equalTo(120.00f));
    }

    @Test
    void creditNotesNameTheirInvoiceAndNeverExceedIt() {
        String id = issued("LIFE", "life-6", "100", "F20250603");

        Ledger.does(
                        id,
                        "credit-note",
                        "{\"lines\":[{\"description\":\"Remise\",\"quantity\":1,\"unitPrice\":40,\"vatRate\":20}]}")
                .statusCode(201)
                .body("kind", equalTo("CREDIT_NOTE"))
                .body("netAmount", equalTo(-40.00f))
                .body("grossAmount", equalTo(-48.00f))
                .body("creditOf", equalTo(id))
                .body("subject", equalTo("Avoir sur facture F20250603 du 31/07/2025"));
        Ledger.does(id, "credit-note")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:credit-exceeds-invoice"));
        Caller.ADMIN
                .calls()
                .body("{\"overrideReason\":\"geste commercial\"}")
                .post("/api/v1/invoices/" + id + "/credit-note")
                .then()
                .statusCode(201)
                .body("netAmount", equalTo(-100.00f));
    }

    @Test
    void noWayInLetsCreditNotesExceedTheirInvoice() throws Exception {
        String id = issued("LIFE", "life-7", "100", "F20250604");
        Ledger.customer("OTHER");
        String credit = Ledger.draft("LIFE", "credit-7", "60")
                .replaceFirst("\\{", "{\"kind\":\"CREDIT_NOTE\",\"creditOf\":\"%s\",".formatted(id));

        refused(credit.replace("LIFE", "OTHER"), 400);
        refused(credit.replace(id, "00000000-0000-0000-0000-000000000001"), 400);
        String written = Ledger.written(credit).getString("id");
        refused(credit.replace("credit-7", "credit-8"), 409);
        Caller.OPERATOR
                .calls()
                .body(credit.replace("\"unitPrice\":60", "\"unitPrice\":100.01"))
                .put("/api/v1/invoices/" + written)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:credit-exceeds-invoice"));
        Caller.OPERATOR
                .calls()
                .body(credit.replace("\"unitPrice\":60", "\"unitPrice\":10"))
                .put("/api/v1/invoices/" + written)
                .then()
                .statusCode(200);

        Load operator = Load.by(Caller.OPERATOR);
        List<Callable<HttpResponse<String>>> atOnce = java.util.stream.IntStream.range(0, 30)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> operator.post(
                        "/api/v1/invoices",
                        credit.replace("credit-7", "rush-" + i).replace("\"unitPrice\":60", "\"unitPrice\":20")))
                .toList();
        assertThat(Load.atOnce(10, atOnce).stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(4);
    }

    private static void refused(String draft, int status) {
        Caller.OPERATOR.calls().body(draft).post("/api/v1/invoices").then().statusCode(status);
    }

    @Test
    void pagesStayWholeWhileDocumentsArriveAndAreNumbered() {
        Ledger.customer("PAGES");
        for (int i = 0; i < 6; i++) {
            String id =
                    Ledger.written(Ledger.draft("PAGES", "pages-" + i, "10")).getString("id");
            Ledger.does(id, "approve");
        }
        JsonPath first = Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=PAGES&limit=3")
                .jsonPath();
        List<String> seen = new ArrayList<>(first.getList("items.id"));

        Ledger.does(seen.get(0), "number", "{\"number\":\"F20250799\"}").statusCode(200);
        Ledger.written(Ledger.draft("PAGES", "pages-earlier", "10").replace("2025-07-31", "2025-07-01"));
        Ledger.written(Ledger.draft("PAGES", "pages-later", "10"));

        JsonPath second = Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=PAGES&limit=50&cursor=" + first.getString("nextCursor"))
                .jsonPath();
        seen.addAll(second.getList("items.id"));
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(first.getString("nextCursor")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void eachItemOfABatchSucceedsOrFailsAlone() {
        Ledger.customer("BATCH");
        String batch = "{\"items\":[%s,%s,%s]}"
                .formatted(
                        Ledger.draft("BATCH", "batch-1", "10").replaceFirst("\\{", "{\"approve\":true,"),
                        Ledger.draft("NOBODY", "batch-2", "10"),
                        Ledger.draft("BATCH", "batch-3", "-10"));

        var first = Caller.SERVICE
                .calls()
                .body(batch)
                .post("/api/v1/invoices/batch")
                .then()
                .statusCode(200);

        first.body("items.result", equalTo(List.of("CREATED", "FAILED", "FAILED")))
                .body("items[0].status", equalTo("APPROVED"))
                .body("items[0].reference", equalTo("batch-1"))
                .body("items[0]", not(hasKey("invoice")))
                .body("items[1].problem.status", equalTo(400))
                .body("items[2].problem.detail", containsString("unitPrice"));
        Caller.SERVICE
                .calls()
                .body(batch)
                .post("/api/v1/invoices/batch?view=full")
                .then()
                .body("items[0].result", equalTo("EXISTING"))
                .body("items[0].id", equalTo(first.extract().path("items[0].id")))
                .body("items[0].invoice.netAmount", equalTo(10.0f))
                .body("items[0].invoice.lines", hasSize(1));
        Caller.READER.calls().get("/api/v1/invoices?customer=BATCH").then().body("items", hasSize(1));
    }

    @Test
    void manyDraftsAreApprovedInOneCall() {
        Ledger.customer("MANY");
        String one = Ledger.written(Ledger.draft("MANY", "many-1", "10")).getString("id");
        String ids = "{\"ids\":[\"%s\",\"00000000-0000-0000-0000-000000000000\"]}".formatted(one);

        Caller.OPERATOR
                .calls()
                .body(ids)
                .post("/api/v1/invoices/approve")
                .then()
                .statusCode(200)
                .body("items.result", equalTo(List.of("APPROVED", "FAILED")));
        Caller.OPERATOR
                .calls()
                .body(ids)
                .post("/api/v1/invoices/approve")
                .then()
                .body("items[0].result", equalTo("ALREADY"));
    }

    @Test
    void authenticationComesBeforeEverythingElse() {
        given().get("/api/v1/nothing").then().statusCode(401).contentType("application/problem+json");
        given().contentType("text/xml")
                .body("<a/>")
                .post("/api/v1/invoices")
                .then()
                .statusCode(401);
        given().auth().oauth2("not.a.token").get("/api/v1/invoices").then().statusCode(401);
        Caller.READER.calls().body("{").post("/api/v1/invoices").then().statusCode(403);
        Caller.READER
                .calls()
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:facturation:problem:not-found"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-13-01, from",
        "from=2025-08-02&to=2025-08-01, from",
        "status=PAID, status",
        "limit=0, limit",
        "limit=x, limit",
        "cursor=%21, cursor",
        "cursor=YWJj, cursor",
        "exported=maybe, exported",
        "id=1, id"
    })
    void aWrongQueryIsA400ThatNamesTheParameter(String query, String parameter) {
        Caller.READER
                .calls()
                .urlEncodingEnabled(false)
                .get("/api/v1/invoices?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(parameter));
    }

    @Test
    void aDocumentWasSentWhenItLeftAndNotWhenWeLearnOfIt() {
        String id = issued("COURRIER1", "courrier-1", "10.00", "F20250688");

        Ledger.does(id, "sent", "{\"sentAt\":\"2025-06-30T08:00:00Z\"}").statusCode(200);

        Ledger.does(id, "sent").statusCode(200).body("sentAt", equalTo("2025-06-30T08:00:00Z"));
        String now = issued("COURRIER2", "courrier-2", "10.00", "F20250689");
        Ledger.does(now, "sent", "{\"sentAt\":\"2999-01-01T00:00:00Z\"}")
                .statusCode(200)
                .body("sentAt", not(startsWith("2999")));
    }

    @Test
    void openApiIsUpToDate() {
        OpenApiFile.assertUpToDate();
    }

    private static String issued(String customer, String reference, String price, String number) {
        Ledger.customer(customer);
        String id = Ledger.written(Ledger.draft(customer, reference, price)).getString("id");
        Ledger.does(id, "approve").statusCode(200);
        Ledger.does(id, "number", "{\"number\":\"%s\"}".formatted(number)).statusCode(200);
        return id;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
