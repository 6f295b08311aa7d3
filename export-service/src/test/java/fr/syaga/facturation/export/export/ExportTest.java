package fr.syaga.facturation.export.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.Neighbour;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.Sha256;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.OpenApiFile;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Exports over HTTP on a real PostgreSQL, with invoice-service as a stub. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@ConnectWireMock
class ExportTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CSV_BY_STATUS = "{\"format\":\"CSV\",\"filter\":{\"status\":\"APPROVED\"}}";
    private static final String XML = "{\"format\":\"OXYGENE_XML\"}";

    WireMock wiremock;

    @Inject
    AgroalDataSource database;

    private Neighbour neighbour;
    private List<Invoice> invoices;

    @BeforeEach
    void twentyThreeInvoicesAndAnEmptyRegister() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate oxygene_choice, oxygene_code, oxygene_table, export_work, paper_facts, file_chunk, skipped_invoice, export_part, oxygene_departure, export, selection");
        }
        invoices = Invoices.ofTheDemonstration();
        neighbour = new Neighbour(wiremock).has(invoices).takesMarks(invoices);
    }

    @Test
    void theThreeFilesOfOneSelectionHaveTheSameControlTotals() {
        for (String format : List.of("OXYGENE_XML", "CSV", "XLSX")) {
            Response ordered = order("{\"format\":\"%s\",\"filter\":{\"status\":[\"APPROVED\"]}}".formatted(format));

            ordered.then().statusCode(202).header("Location", containsString("/api/v1/exports/"));
            JsonPath done = whenDone(ordered);
            assertThat(done.getInt("documents")).isEqualTo(23);
            assertThat(done.getString("totalNet")).isEqualTo("28570.00");
            assertThat(done.getString("totalGross")).isEqualTo("34284.00");
            assertThat(sha256(file(done))).isEqualTo(done.getString("sha256"));
            assertThat(done.getInt("progress")).isEqualTo(100);
        }
    }

    @Test
    void theSameRequestTwiceIsOneExportAndTheSameBytes() {
        JsonPath first = whenDone(order(CSV_BY_STATUS));

        Response second = order(CSV_BY_STATUS);

        second.then().statusCode(200).body("id", equalTo(first.getString("id")));
        assertThat(file(first)).isEqualTo(file(second.jsonPath()));
    }

    @Test
    void equalOrdersAtTheSameTimeMakeOneExport() {
        List<Integer> answers = java.util.stream.IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> order(CSV_BY_STATUS).statusCode())
                .toList();

        assertThat(answers).containsOnly(200, 202);
        Caller.READER.calls().get("/api/v1/exports").then().body("items", hasSize(1));
    }

    @Test
    void aChangedInvoiceMakesAnotherFile() {
        JsonPath first = whenDone(order(CSV_BY_STATUS));
        List<Invoice> changed = new ArrayList<>(invoices);
        changed.set(0, Invoices.time("TIME00", "12.5"));
        neighbour.has(changed);

        Response second = order(CSV_BY_STATUS);

        second.then().statusCode(202);
        assertThat(second.jsonPath().getString("id")).isNotEqualTo(first.getString("id"));
        assertThat(second.jsonPath().getDouble("totalNet")).isEqualTo(28625.00);
    }

    @Test
    void anInvoiceLeavesForOxygeneOnceAndLaterFilesSaySo() {
        neighbour.has(invoices.subList(0, 2));
        JsonPath first = whenDone(order(XML));
        neighbour.has(invoices.subList(0, 3));

        JsonPath second = whenDone(order(XML));

        assertThat(second.getInt("documents")).isEqualTo(1);
        assertThat(second.getString("totalNet")).isEqualTo("3300.00");
        assertThat(second.getList("skipped.reason")).containsExactly("ALREADY_LEFT", "ALREADY_LEFT");
        assertThat(second.getList("skipped.leftInExport")).containsOnly(first.getString("id"));
        Caller.READER
                .calls()
                .get("/api/v1/oxygene/register")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.user", hasItems("test-operator"))
                .body("items[0].sha256", equalTo(first.getString("sha256")))
                .body("items[0].fileName", equalTo("export_oxygen_factures.xml"))
                .body("items[0].leftAt", notNullValue());
    }

    @Test
    void anAdminSendsAgainUnderNewKeys() {
        JsonPath first = whenDone(order(XML));
        String again = "{\"format\":\"OXYGENE_XML\",\"again\":true}";

        Caller.OPERATOR.calls().body(again).post("/api/v1/exports").then().statusCode(403);
        JsonPath second = whenDone(Caller.ADMIN.calls().body(again).post("/api/v1/exports"));

        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
        assertThat(second.getInt("documents")).isEqualTo(23);
        List<String> keys = Caller.READER
                .calls()
                .get("/api/v1/oxygene/register?limit=100")
                .jsonPath()
                .getList("items.key");
        assertThat(keys).hasSize(46).doesNotHaveDuplicates();
    }

    @Test
    void documentsThatCameFromOxygeneNeverGoBack() {
        Invoice history = ofOrigin(Invoice.Origin.HISTORY, Invoice.Status.ISSUED);
        Invoice draft = ofOrigin(Invoice.Origin.MANUAL, Invoice.Status.DRAFT);
        neighbour.has(List.of(history, draft, invoices.get(0)));

        JsonPath done = whenDone(order("{\"format\":\"OXYGENE_XML\",\"filter\":{\"ids\":[\"%s\",\"%s\",\"%s\"]}}"
                .formatted(history.id(), draft.id(), invoices.get(0).id())));

        assertThat(done.getInt("documents")).isEqualTo(1);
        assertThat(done.getList("skipped.reason")).containsExactly("FROM_OXYGENE", "NOT_APPROVED");
        order("{\"format\":\"OXYGENE_XML\",\"filter\":{\"status\":\"DRAFT\"}}")
                .then()
                .statusCode(409)
                .body("type", containsString("only-approved-invoices-leave"));
    }

    @Test
    void invoiceServiceIsToldUntilItKnows() {
        neighbour.refusesMarks();
        JsonPath done = whenDone(order(XML));
        await().atMost(SOON).until(() -> neighbour.tellings() >= 2);

        neighbour.takesMarks(invoices);

        await().atMost(SOON)
                .until(() -> !Caller.READER
                        .calls()
                        .get("/api/v1/oxygene/register?export=" + done.getString("id"))
                        .jsonPath()
                        .getList("items.marked")
                        .contains(false));
    }

    @Test
    void aFileLeftUnfinishedByACrashIsFinishedByTheNextWorker() throws Exception {
        JsonPath done = whenDone(order(CSV_BY_STATUS));
        byte[] before = file(done);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from file_chunk");
            statement.execute("update export set status = 'RUNNING', sha256 = null, size = null, progress = 40");
            statement.execute(
                    "insert into export_work (export_id, step, not_before) select id, 'RENDER', now() from export");
        }

        await().atMost(SOON).until(() -> "DONE".equals(get(done.getString("id")).getString("status")));

        assertThat(file(done)).isEqualTo(before);
    }

    @Test
    void aFailedExportSaysWhyAndLeavesNoFile() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create or replace function spoil() returns trigger language plpgsql as"
                    + " $$ begin new.documents := new.documents + 1; return new; end $$");
            statement.execute("create trigger spoil before insert on export for each row execute function spoil()");
        }
        try {
            Response ordered = order(XML);
            String id = ordered.jsonPath().getString("id");
            await().atMost(SOON).until(() -> "FAILED".equals(get(id).getString("status")));

            assertThat(get(id).getString("problem")).contains("23 documents").contains("24");
            Caller.READER.calls().get("/api/v1/exports/" + id + "/file").then().statusCode(409);
            Caller.READER.calls().get("/api/v1/oxygene/register").then().body("items", hasSize(0));
        } finally {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("drop trigger spoil on export");
            }
        }
        whenDone(order(XML));
    }

    @Test
    void aBundleHoldsTheThreeFilesAndTheirControlTotals() throws IOException {
        JsonPath xml = whenDone(order(XML));

        JsonPath done = whenDone(order("{\"format\":\"ALL\"}"));

        Map<String, byte[]> entries = new java.util.TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file(done)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(entries.keySet())
                .containsExactly(
                        "export_oxygen_factures.csv",
                        "export_oxygen_factures.xlsx",
                        "export_oxygen_factures.xml",
                        "manifest.json");
        assertThat(entries.get("export_oxygen_factures.xml")).isEqualTo(file(xml));
        JsonPath manifest = JsonPath.from(new String(entries.get("manifest.json"), StandardCharsets.UTF_8));
        assertThat(manifest.getList("files.totalNet", Double.class)).containsOnly(28570.00);
        assertThat(manifest.getList("files.sha256"))
                .contains(sha256(entries.get("export_oxygen_factures.csv")), xml.getString("sha256"));
    }

    @Test
    void aFileComesWithItsNameTypeAndLength() {
        JsonPath done = whenDone(order(CSV_BY_STATUS));

        Caller.READER
                .uploads()
                .get("/api/v1/exports/" + done.getString("id") + "/file")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"export_oxygen_factures.csv\""))
                .header("Content-Length", equalTo(done.getString("size")));
    }

    @Test
    void whenNothingCanLeaveItIsSaidWithTheReasonsAndNothingIsWritten() {
        neighbour.has(List.of(reduced("LAA10")));

        order(XML)
                .then()
                .statusCode(409)
                .body("type", containsString("oxygene-code-missing"))
                .body("detail", containsString("5.5 % (customer LAA10)"))
                .body("detail", containsString("ref-LAA10"));

        Caller.READER.calls().get("/api/v1/exports").then().body("items", hasSize(0));
    }

    @Test
    void aNeighbourThatIsDownOrBreaksOffIsA503AndNoExport() {
        neighbour.isDown();
        order(XML).then().statusCode(503).header("Retry-After", notNullValue());

        neighbour.breaksOffAfter(invoices.subList(0, 5));
        order(XML).then().statusCode(503);

        Caller.READER.calls().get("/api/v1/exports").then().body("items", hasSize(0));
    }

    @Test
    void aNeighbourThatFailsIsNamedWithItsSentenceAndRepeatingIsNotAskedFor() {
        neighbour.fails("The document F20250801 cannot be read.");

        order(XML)
                .then()
                .statusCode(502)
                .header("Retry-After", nullValue())
                .body("type", equalTo("urn:facturation:problem:neighbour-failed"))
                .body("detail", containsString("invoice-service failed on this call (500)"))
                .body("detail", containsString("The document F20250801 cannot be read."));
    }

    @Test
    void whatCannotBeExportedIsSaidClearly() {
        order("{\"format\":\"DOCX\"}")
                .then()
                .statusCode(400)
                .body("detail", containsString("[OXYGENE_XML, CSV, XLSX, PDF, FACTURX, FEC, ALL]"));
        order("{}").then().statusCode(400);
        order("{\"format\":\"CSV\",\"filter\":{\"status\":\"PAID\"}}").then().statusCode(400);
        order("{\"format\":\"CSV\",\"filter\":{\"from\":\"2025-08-02\",\"to\":\"2025-08-01\"}}")
                .then()
                .statusCode(400);
        order("{\"format\":\"CSV\",\"filter\":{\"from\":\"2025-02-30\"}}")
                .then()
                .statusCode(400);
        order("{\"format\":\"CSV\",\"filter\":{\"ids\":[]}}")
                .then()
                .statusCode(400)
                .body("detail", containsString("leave it out for all"));
        order("{\"format\":\"CSV\",\"filter\":{\"ids\":[null],\"status\":[null]}}")
                .then()
                .statusCode(400);
        order("{\"format\":\"CSV\",\"filter\":{\"statut\":\"APPROVED\"}}")
                .then()
                .statusCode(400)
                .body("detail", containsString("filter.statut"));
        order("{\"format\":\"CSV\",\"filtre\":{\"status\":\"APPROVED\"}}")
                .then()
                .statusCode(400)
                .body("detail", containsString("filtre"));
        order("{\"format\":\"CSV\",\"filter\":{\"ids\":[\"%s\",\"%s\"]}}"
                        .formatted(invoices.get(0).id(), UUID.randomUUID()))
                .then()
                .statusCode(404);
        neighbour.has(List.of());
        order(XML).then().statusCode(409).body("type", containsString("nothing-to-export"));
        Caller.READER.calls().body(XML).post("/api/v1/exports").then().statusCode(403);
        Caller.READER.calls().get("/api/v1/exports/nothing").then().statusCode(404);
        Caller.READER
                .calls()
                .get("/api/v1/exports/" + UUID.randomUUID() + "/file")
                .then()
                .statusCode(404);
    }

    @Test
    void whatOxygeneLacksStaysBehindWithItsReasonAndTheOthersLeave() {
        table("customers", "CODE;DESIG\nTIME00;Un\nTIME01;Deux\nCONTR00;Trois\n;Quatre\n")
                .then()
                .statusCode(200)
                .body("imported", equalTo(3))
                .body("rejected", hasSize(1));
        table("articles", "CODE;DESIG\nPREST-ING-H;Heure\n").then().statusCode(200);
        table("articles", "CODE;DESIG\nPREST-ING-H;Heure\n").then().body("unchanged", equalTo(1));

        JsonPath done = whenDone(order(XML));

        assertThat(done.getInt("documents")).isEqualTo(2);
        assertThat(done.getList("skipped")).hasSize(21);
        assertThat(done.getString("skipped.find { it.reference == 'ref-TIME02' }.reason"))
                .isEqualTo("UNKNOWN_CUSTOMER");
        assertThat(done.getString("skipped.find { it.reference == 'ref-TIME02' }.detail"))
                .contains("(clients): TIME02");
        assertThat(done.getString("skipped.find { it.reference == 'ref-CONTR00' }.reason"))
                .isEqualTo("UNKNOWN_ARTICLE");
        assertThat(done.getString("skipped.find { it.reference == 'ref-CONTR00' }.detail"))
                .contains("(articles): FORFAIT");
        Caller.READER.calls().get("/api/v1/oxygene/register").then().body("items", hasSize(2));
        table("customers", "no table").then().statusCode(422);
    }

    @Test
    void whatOxygeneLacksComesAsItsOwnImport() {
        String clients = Caller.READER
                .uploads()
                .get("/api/v1/oxygene/imports/clients.csv")
                .asString();
        String articles = Caller.READER
                .uploads()
                .get("/api/v1/oxygene/imports/articles.csv")
                .asString();

        assertThat(clients).isEqualTo("CODE;DESIG\r\nLAA10;LAA\r\n");
        assertThat(articles).startsWith("CODE;DESIG\r\nFORF-LAA;Forfait\r\nFORFAIT;Forfait\r\n");

        table("customers", "CODE;DESIG\nLAA10;LAA\n");

        assertThat(Caller.READER
                        .uploads()
                        .get("/api/v1/oxygene/imports/clients.csv")
                        .asString())
                .isEqualTo("CODE;DESIG\r\n");
    }

    private static Response table(String name, String content) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", name + ".csv", content.getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/oxygene/tables/" + name);
    }

    @Test
    void theFormatsAndTheSchemaCanBeLookedUp() {
        Caller.READER
                .calls()
                .get("/api/v1/formats")
                .then()
                .body("items.name", contains("OXYGENE_XML", "CSV", "XLSX", "PDF", "FACTURX", "FEC", "ALL"))
                .body("items[0].schema", equalTo("/api/v1/formats/oxygene.xsd"));
        Caller.READER
                .calls()
                .get("/api/v1/formats/oxygene.xsd")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body(containsString("http://tempuri.org/"));
        Caller.READER.calls().get("/api/v1/formats/other.xsd").then().statusCode(404);
    }

    @Test
    void theListIsPagedFromTheLatest() {
        whenDone(order(CSV_BY_STATUS));
        JsonPath latest = whenDone(order("{\"format\":\"XLSX\"}"));

        JsonPath page = Caller.READER.calls().get("/api/v1/exports?limit=1").jsonPath();
        JsonPath next = Caller.READER
                .calls()
                .get("/api/v1/exports?limit=1&cursor=" + page.getString("nextCursor"))
                .jsonPath();

        assertThat(page.getString("items[0].id")).isEqualTo(latest.getString("id"));
        assertThat(next.getString("items[0].format")).isEqualTo("CSV");
        assertThat(next.getString("nextCursor")).isNull();
    }

    @Test
    void theOpenApiDocumentIsTheCommittedOne() {
        OpenApiFile.assertUpToDate();
    }

    /** An invoice at a rate for which the settings have no code. */
    private static Invoice reduced(String customer) {
        return Invoices.of(
                customer,
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                java.time.LocalDate.of(2025, 8, 1),
                "x",
                List.of(Invoices.line(1, "x", "1", "10.00", "5.5")));
    }

    private static Invoice ofOrigin(Invoice.Origin origin, Invoice.Status status) {
        Invoice like = Invoices.time("OTHER" + origin, "1");
        return new Invoice(
                like.id(),
                like.kind(),
                status,
                origin,
                like.reference(),
                null,
                like.customerCode(),
                like.customerName(),
                like.issuedOn(),
                like.dueOn(),
                null,
                null,
                like.subject(),
                null,
                like.lines(),
                like.netAmount(),
                like.vatAmount(),
                like.grossAmount(),
                like.vatBreakdown(),
                "EUR",
                null,
                null,
                null);
    }

    private static Response order(String body) {
        return Caller.OPERATOR.calls().body(body).post("/api/v1/exports");
    }

    private static JsonPath whenDone(Response ordered) {
        ordered.then().statusCode(202);
        String id = ordered.jsonPath().getString("id");
        await().atMost(SOON).until(() -> !"RUNNING".equals(get(id).getString("status")));
        assertThat(get(id).getString("problem")).isNull();
        return get(id);
    }

    /** Amounts as they are written, so that 28570.00 is told from 28570.0. */
    private static JsonPath get(String id) {
        return Caller.READER
                .calls()
                .get("/api/v1/exports/" + id)
                .jsonPath()
                .using(io.restassured.path.json.config.JsonPathConfig.jsonPathConfig()
                        .numberReturnType(io.restassured.path.json.config.JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static byte[] file(JsonPath export) {
        return Caller.READER
                .uploads()
                .get("/api/v1/exports/" + export.getString("id") + "/file")
                .asByteArray();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }
}
