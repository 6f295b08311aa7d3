package fr.syaga.facturation.export.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

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
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What cannot leave for Oxygène stays behind, says why, and leaves once that is mended; the profile is set at run time. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@ConnectWireMock
class StayingBehindTest {

    private static final String XML = "{\"format\":\"OXYGENE_XML\"}";
    private static final String PROFILE = "/api/v1/oxygene/profile";

    WireMock wiremock;

    @Inject
    AgroalDataSource database;

    private final Invoice fine = Invoices.time("ZED01", "2.5");
    private final Invoice reduced = of("ZYX01", "5.5");
    private Neighbour neighbour;

    @BeforeEach
    void oneThatCanLeaveAndOneThatCannot() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate oxygene_choice, oxygene_code, oxygene_table, export_work, paper_facts, file_chunk, skipped_invoice, export_part, oxygene_departure, export, selection");
        }
        neighbour = new Neighbour(wiremock).has(List.of(fine, reduced)).takesMarks(List.of(fine, reduced));
    }

    @Test
    void theOthersLeaveAndWhatStayedBehindLeavesOnceItsCauseIsMended() {
        JsonPath first = Exported.whenDone(order(XML));
        assertThat(first.getInt("documents")).isEqualTo(1);
        assertThat(first.getString("skipped[0].invoiceId"))
                .isEqualTo(reduced.id().toString());
        assertThat(first.getString("skipped[0].reference")).isEqualTo("ref-ZYX01");
        assertThat(first.getString("skipped[0].reason")).isEqualTo("VAT_RATE_WITHOUT_CODE");
        assertThat(first.getString("skipped[0].detail"))
                .contains("5.5 % (customer ZYX01)", "PUT /api/v1/oxygene/profile");
        order(XML).then().statusCode(200).body("id", equalTo(first.getString("id")));

        choose("{\"vatCodes\":{\"5,50\":\"RED\"}}").then().statusCode(200);
        JsonPath second = Exported.whenDone(order(XML));

        assertThat(second.getInt("documents")).isEqualTo(1);
        assertThat(second.getString("follows")).isEqualTo(first.getString("id"));
        assertThat(second.getList("skipped.reason")).containsExactly("ALREADY_LEFT");
        assertThat(Exported.text(second))
                .contains("<CLIENT_CODE>ZYX01<", "<GCPTVA_CODE>RED<")
                .doesNotContain("ZED01");
        order(XML).then().statusCode(200).body("id", equalTo(second.getString("id")));
        Caller.READER.calls().get("/api/v1/oxygene/register").then().body("items", hasSize(2));
        assertThat(Exported.text(first)).contains("ZED01");
    }

    @Test
    void aBundleOrderedAgainHoldsWhatLeavesNow() {
        JsonPath first = Exported.whenDone(order("{\"format\":\"ALL\"}"));
        order("{\"format\":\"ALL\"}").then().statusCode(200).body("id", equalTo(first.getString("id")));

        choose("{\"vatCodes\":{\"5.5\":\"RED\"}}").then().statusCode(200);
        Exported.whenDone(order(XML));
        JsonPath second = Exported.whenDone(order("{\"format\":\"ALL\"}"));

        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
        order("{\"format\":\"ALL\"}").then().statusCode(200).body("id", equalTo(second.getString("id")));
    }

    @Test
    void aCodeOrALineThatOxygeneRefusesKeepsOneDocumentBehind() {
        Invoice mixed = credit("ZMIX01", "-100.00", "20.00");
        Invoice nobody = of(" ", "20");
        neighbour.has(List.of(fine, mixed, nobody));

        JsonPath done = Exported.whenDone(order(XML));

        assertThat(done.getList("skipped.reason")).containsExactly("NEGATIVE_LINE", "CUSTOMER_CODE_MISSING");
        choose("{\"creditNoteSign\":\"negative\"}").then().statusCode(200);
        assertThat(Exported.text(Exported.whenDone(order(XML))))
                .contains("<CLIENT_CODE>ZMIX01<", "<QTE>-1,00<", "<QTE>1,00<");
    }

    @Test
    void whatDoesNotFitTheSchemaIsNamedAndTheOthersLeave() {
        // Somebody typed a digit too many.
        Invoice late = Invoices.of(
                "ZYX02",
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                LocalDate.of(20255, 8, 1),
                "x",
                List.of(Invoices.line(1, "x", "1", "10.00", "20")));
        neighbour.has(List.of(fine, late)).takesMarks(List.of(fine));

        JsonPath done = Exported.whenDone(order(XML));

        assertThat(done.getInt("documents")).isEqualTo(1);
        assertThat(new BigDecimal(done.getString("totalNet"))).isEqualByComparingTo(fine.netAmount());
        assertThat(done.getList("skipped.invoiceId")).containsExactly(late.id().toString());
        assertThat(done.getString("skipped[0].reason")).isEqualTo("UNUSABLE_DOCUMENT");
        assertThat(done.getString("skipped[0].detail")).contains("ref-ZYX02", "20255");
        assertThat(Exported.text(done)).contains("ZED01").doesNotContain("ZYX02", "20255");
        Caller.READER
                .calls()
                .get("/api/v1/oxygene/register")
                .then()
                .body("items.invoiceId", equalTo(List.of(fine.id().toString())));
        order(XML).then().statusCode(200).body("id", equalTo(done.getString("id")));
    }

    @Test
    void theProfileIsReadByAllAndChangedByAnAdminAndOnlyWhatIsNamedChanges() {
        Caller.READER
                .calls()
                .get(PROFILE)
                .then()
                .statusCode(200)
                .body("vatCodes.'20'", equalTo("NORM"))
                .body("types.invoice", equalTo("C"))
                .body("types.quote", equalTo("D"))
                .body("creditNoteSign", equalTo("POSITIVE"))
                .body("adresse", equalTo(false))
                .body("arrete", equalTo(null));
        Caller.OPERATOR.calls().body("{}").put(PROFILE).then().statusCode(403);

        choose("{\"types\":{\"invoice\":\"f\"},\"valid\":1,\"vatCodes\":{\"0\":\"EXO\"},\"articleCode\":\"PRESTA\"}")
                .then()
                .statusCode(200)
                .body("types.invoice", equalTo("F"))
                .body("types.creditNote", equalTo("A"))
                .body("valid", equalTo("1"))
                .body("vatCodes.'20'", equalTo("NORM"))
                .body("vatCodes.'0'", equalTo("EXO"))
                .body("changedBy", equalTo("test-admin"));
        choose("{\"articleCode\":\"\"}")
                .then()
                .body("articleCode", equalTo(null))
                .body("types.invoice", equalTo("F"));

        assertThat(Exported.text(Exported.whenDone(order(XML)))).contains("<TYPE>F<", "<VALID>1<");
    }

    @Test
    void aProfileWithoutABodyOrAContentTypeIsNoError() {
        Caller.ADMIN.uploads().put(PROFILE).then().statusCode(200).body("types.invoice", equalTo("C"));
        Caller.ADMIN.calls().put(PROFILE).then().statusCode(200);
        Caller.ADMIN.calls().body("null").put(PROFILE).then().statusCode(200);
    }

    @Test
    void aValueThatOxygeneCannotTakeIsRefusedByItsName() {
        for (String[] wrong : new String[][] {
            {"{\"types\":{\"quote\":\"DD\"}}", "types.quote"},
            {"{\"types\":{\"devis\":\"D\"}}", "types.devis"},
            {"{\"valid\":\"perhaps\"}", "valid"},
            {"{\"arrete\":\"3\"}", "arrete"},
            {"{\"creditNoteSign\":\"PLUS\"}", "creditNoteSign"},
            {"{\"vatCodes\":{\"vingt\":\"NORM\"}}", "vatCodes.vingt"},
            {"{\"vatCodes\":{\"120\":\"NORM\"}}", "vatCodes.120"},
            {"{\"vatCodes\":{\"20\":\"€\"}}", "vatCodes.20"},
            {"{\"paymentCode\":\"chèque\"}", "paymentCode"},
            {"{\"articleCode\":\"日\"}", "articleCode"},
            {"{\"vatCode\":{\"20\":\"NORM\"}}", "vatCode"},
        }) {
            choose(wrong[0]).then().statusCode(400).body("violations[0].field", equalTo(wrong[1]));
        }
        choose("{\"adresse\":\"oui\"}").then().statusCode(400);
        choose("{\"vatCodes\":\"NORM\"}").then().statusCode(400);
        Caller.READER.calls().get(PROFILE).then().body("changedAt", equalTo(null));
    }

    @Test
    void theAddressGoesAlongWhenTheProfileSaysSo() {
        neighbour.knowsAddress("ZED01", "BE").has(List.of(fine));
        choose("{\"adresse\":true}").then().statusCode(200).body("adresse", equalTo(true));

        assertThat(Exported.text(Exported.whenDone(order(XML))))
                .contains(
                        "<STYPE>facturation<", "<NOM>Zed &amp; Fils<", "<PAYS>Belgique<", "<EMAIL>compta@zed.example<");
    }

    @Test
    void quotesOnlyLeaveWhenTheyAreAskedForAndAreTypeD() {
        Invoice quote = Invoices.quote("ZED01", "500.00");
        neighbour.has(List.of(fine, quote));
        JsonPath invoices = Exported.whenDone(order(XML));
        assertThat(invoices.getInt("documents")).isEqualTo(1);
        assertThat(neighbour.askedKinds()).isEmpty();

        neighbour.has(List.of(quote));
        JsonPath quotes = Exported.whenDone(order("{\"format\":\"OXYGENE_XML\",\"filter\":{\"kind\":\"QUOTE\"}}"));

        assertThat(neighbour.askedKinds()).containsExactly("QUOTE");
        assertThat(Exported.text(quotes)).contains("<TYPE>D<", "<PUHT>500,00<");
        neighbour.has(List.of()).hasQuotes(quote);
        order("{\"format\":\"CSV\",\"filter\":{\"ids\":[\"%s\"]}}".formatted(quote.id()))
                .then()
                .statusCode(202);
        order("{\"format\":\"FEC\",\"filter\":{\"ids\":[\"%s\"]}}".formatted(quote.id()))
                .then()
                .statusCode(409)
                .body("type", containsString("only-invoices"));
        order("{\"format\":\"FACTURX\",\"filter\":{\"kind\":\"QUOTE\"}}").then().statusCode(409);
        order("{\"format\":\"CSV\",\"filter\":{\"kind\":\"DEVIS\"}}").then().statusCode(400);
    }

    private static Invoice of(String customer, String rate) {
        return Invoices.of(
                customer,
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "x",
                List.of(Invoices.line(1, "x", "1", "10.00", rate)));
    }

    private static Invoice credit(String customer, String... prices) {
        return Invoices.of(
                customer,
                Invoice.Kind.CREDIT_NOTE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "Avoir",
                List.of(prices).stream()
                        .map(BigDecimal::new)
                        .map(net -> Invoices.line(
                                1, "x", net.signum() < 0 ? "-1" : "1", net.abs().toString(), "20"))
                        .toList());
    }

    private static Response choose(String body) {
        return Caller.ADMIN.calls().body(body.getBytes(StandardCharsets.UTF_8)).put(PROFILE);
    }

    private static Response order(String body) {
        return Caller.OPERATOR.calls().body(body).post("/api/v1/exports");
    }
}
