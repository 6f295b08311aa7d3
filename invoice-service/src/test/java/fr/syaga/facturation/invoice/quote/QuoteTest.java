package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.FigureReader;
import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.Metrics;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class QuoteTest {

    private static final String DAY = LocalDate.now().toString();
    private static final String LINES = """
            [{"articleCode":"MO","description":"Installation\\nserveur et reprise","quantity":3.5,"unit":"HUR","unitPrice":110.33,"vatRate":20},
             {"description":"Formation","quantity":1,"unitPrice":99.99,"vatRate":20},
             {"description":"Documentation","quantity":7,"unitPrice":10.13,"vatRate":5.5}]""";

    @Inject
    AgroalDataSource database;

    @Inject
    FigureReader figures;

    @Test
    void anAcceptedQuoteMakesItsInvoiceOnce() {
        String id = sent("QUO10");
        String number = Ledger.reads("invoices/" + id)
                .body("status", equalTo("SENT"))
                .body("number", matchesPattern("D20\\d{4}\\d{2,}"))
                .body("validUntil", equalTo(LocalDate.now().plusDays(30).toString()))
                .body("dueOn", nullValue())
                .body("sentAt", notNullValue())
                .body("sentTo", equalTo(List.of("client@quo.example")))
                .body("madeInvoices", hasSize(0))
                .extract()
                .path("number");

        String made = Ledger.does(id, "accept")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("madeInvoices", hasSize(1))
                .extract()
                .path("madeInvoices[0]");
        Ledger.does(id, "accept", "{\"advancePercent\":null}")
                .statusCode(200)
                .body("madeInvoices", equalTo(List.of(made)));
        Ledger.does(id, "accept", "{\"advancePercent\":30}")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:already-accepted"));
        Ledger.does(id, "accept-rest").statusCode(409).body("type", equalTo("urn:facturation:problem:no-advance"));

        JsonPath quote = Ledger.reads("invoices/" + id).extract().jsonPath();
        Ledger.reads("invoices/" + made)
                .body("kind", equalTo("INVOICE"))
                .body("status", equalTo("DRAFT"))
                .body("origin", equalTo("MANUAL"))
                .body("quoteId", equalTo(id))
                .body("reference", equalTo(number))
                .body("subject", containsString(number))
                .body("dueOn", notNullValue())
                .body("netAmount", equalTo(quote.get("netAmount")))
                .body("grossAmount", equalTo(quote.get("grossAmount")))
                .body("lines.description", equalTo(quote.getList("lines.description")));
        assertThat(Ledger.deeds(id)).containsExactly("SENT", "ACCEPTED");
    }

    @Test
    void anAdvanceAndTheRestAddUpToTheQuoteAtEachRate() {
        String id = sent("QUO20");

        String advance = Ledger.does(id, "accept", "{\"advancePercent\":30}")
                .statusCode(200)
                .body("advancePercent", equalTo(30.00f))
                .body("madeInvoices", hasSize(1))
                .extract()
                .path("madeInvoices[0]");
        Ledger.does(id, "accept", "{\"advancePercent\":30.0}").statusCode(200).body("madeInvoices", hasSize(1));
        Ledger.does(id, "accept").statusCode(409).body("detail", containsString("accept-rest"));
        List<String> both =
                Ledger.does(id, "accept-rest").statusCode(200).extract().path("madeInvoices");
        Ledger.does(id, "accept-rest").statusCode(200).body("madeInvoices", equalTo(both));

        assertThat(both).hasSize(2).contains(advance);
        assertThat(shares(both)).isEqualTo(shares(List.of(id)));
        String rest = both.get(1).equals(advance) ? both.get(0) : both.get(1);
        Ledger.reads("invoices/" + advance).body("lines[0].description", startsWith("Acompte de 30 % sur devis D"));
        Ledger.reads("invoices/" + rest)
                .body("quoteId", equalTo(id))
                .body("lines", hasSize(2))
                .body("lines[1].description", startsWith("Solde du devis D"))
                .body("lines[1].description", containsString("Installation\nserveur et reprise\nFormation"))
                .body("reference", startsWith("D20"));
    }

    @Test
    void theRestIsWhatTheInvoicesThatStandHaveLeft() {
        String id = sent("QUO30");
        String advance =
                Ledger.does(id, "accept", "{\"advancePercent\":50}").extract().path("madeInvoices[0]");
        Ledger.does(advance, "approve").statusCode(200);
        Ledger.does(advance, "cancel").statusCode(200);

        List<String> made =
                Ledger.does(id, "accept-rest").statusCode(200).extract().path("madeInvoices");

        assertThat(made).hasSize(2);
        String rest = made.get(0).equals(advance) ? made.get(1) : made.get(0);
        assertThat(shares(List.of(rest))).isEqualTo(shares(List.of(id)));
        Ledger.does(rest, "approve").statusCode(200);
        Ledger.does(rest, "cancel").statusCode(200);
        Ledger.does(id, "accept-rest").statusCode(200).body("madeInvoices", hasSize(3));
    }

    @Test
    void moreThanWasQuotedIsNeverTheRest() {
        String id = sent("QUO40");
        String advance =
                Ledger.does(id, "accept", "{\"advancePercent\":50}").extract().path("madeInvoices[0]");
        Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"QUO40\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":9000,\"vatRate\":20}]}")
                .put("/api/v1/invoices/" + advance)
                .then()
                .statusCode(200)
                .body("quoteId", equalTo(id));

        Ledger.does(id, "accept-rest")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:more-than-quoted"));
    }

    @Test
    void aQuoteThatWasSentChangesAsANewVersionUnderItsNumber() throws SQLException {
        String id = sent("QUO50");
        String number = Ledger.reads("invoices/" + id).extract().path("number");
        change(id, "QUO50", "10").statusCode(409).body("detail", containsString("Reopen it"));
        Caller.OPERATOR
                .calls()
                .delete("/api/v1/invoices/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("Reopen it"));
        for (String sql : List.of(
                "update invoice set net_amount = 1, gross_amount = 1 + vat_amount where id = '%s'",
                "update invoice_line set description = 'x' where invoice_id = '%s'",
                "delete from invoice where id = '%s'",
                "update invoice set paid_amount = 1 where id = '%s'",
                "update invoice set status = 'ISSUED' where id = '%s'")) {
            assertThatThrownBy(() -> execute(sql.formatted(id))).isInstanceOf(SQLException.class);
        }

        Ledger.does(id, "reopen")
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("number", equalTo(number))
                .body("sentAt", nullValue());
        change(id, "QUO50", "10").statusCode(200).body("netAmount", equalTo(10.00f));
        Caller.OPERATOR
                .calls()
                .delete("/api/v1/invoices/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:quote-was-sent"));
        Ledger.does(id, "sent").statusCode(200).body("number", equalTo(number)).body("status", equalTo("SENT"));
        Ledger.does(id, "accept").statusCode(200).body("madeInvoices", hasSize(1));
        Ledger.does(id, "reopen").statusCode(409).body("type", equalTo("urn:facturation:problem:invoices-made"));
        String made = Ledger.reads("invoices/" + id).extract().path("madeInvoices[0]");
        Caller.OPERATOR.calls().delete("/api/v1/invoices/" + made).then().statusCode(204);
        Ledger.does(id, "accept").statusCode(200).body("madeInvoices", hasSize(0));
        Ledger.does(id, "reopen").statusCode(200);
        Ledger.does(id, "sent").statusCode(200);
        Ledger.does(id, "accept").statusCode(200).body("madeInvoices", hasSize(1));
    }

    @Test
    void aCustomerMayDecline() {
        String id = sent("QUO60");

        Ledger.does(id, "decline", "{\"reason\":\"trop cher\"}")
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("declineReason", equalTo("trop cher"));
        Ledger.does(id, "decline").statusCode(200).body("declineReason", equalTo("trop cher"));
        Ledger.does(id, "accept").statusCode(409).body("detail", containsString("Reopen it"));
        Ledger.does(id, "sent").statusCode(409);
        Ledger.does(id, "reopen").statusCode(200).body("declineReason", nullValue());
    }

    @Test
    void aQuoteWhoseLastDayIsOverIsExpiredWithoutATimer() throws SQLException {
        String id = sent("QUO70");
        execute("""
                alter table invoice disable trigger offered_quote_is_immutable;
                update invoice set issued_on = '2025-01-01', valid_until = '2025-02-01' where id = '%s';
                alter table invoice enable trigger offered_quote_is_immutable""".formatted(id));

        Ledger.does(id, "accept").statusCode(409).body("type", equalTo("urn:facturation:problem:quote-expired"));
        Ledger.reads("invoices?kind=QUOTE&customer=QUO70&status=EXPIRED").body("items.id", hasItem(id));
        Ledger.reads("invoices/" + id).body("status", equalTo("EXPIRED"));
        Ledger.does(id, "accept").statusCode(409).body("detail", containsString("Reopen it"));
        Ledger.does(id, "reopen").statusCode(200).body("status", equalTo("DRAFT"));
        Ledger.does(id, "sent").statusCode(409).body("type", equalTo("urn:facturation:problem:quote-expired"));
        change(id, "QUO70", "10").statusCode(200);
        Ledger.does(id, "sent").statusCode(409);
        Caller.OPERATOR
                .calls()
                .body(draft("QUO70", null).replaceFirst("\\{", "{\"validUntil\":\"2090-01-01\","))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(200)
                .body("validUntil", equalTo("2090-01-01"));
        Ledger.does(id, "sent").statusCode(200).body("status", equalTo("SENT"));
        String other = sent("QUO70");
        execute("""
                alter table invoice disable trigger offered_quote_is_immutable;
                update invoice set issued_on = '2025-01-01', valid_until = '2025-02-01' where id = '%s';
                alter table invoice enable trigger offered_quote_is_immutable""".formatted(other));
        Ledger.reads("invoices/" + other).body("status", equalTo("EXPIRED"));
        Ledger.does(other, "decline").statusCode(200).body("status", equalTo("DECLINED"));
    }

    @Test
    void aQuoteIsInNoListAndNoSumButItsOwn() {
        figures.look();
        double waiting = Metrics.value("facturation_invoices_open", "status=\"DRAFT\"", "origin=\"MANUAL\"");
        String id = written("QUO80").getString("id");
        figures.look();
        assertThat(Metrics.value("facturation_invoices_open", "status=\"DRAFT\"", "origin=\"MANUAL\""))
                .isEqualTo(waiting);
        Ledger.reads("receivables/closes/" + DAY.substring(0, 7)).body("drafts.id", not(hasItem(id)));
        Ledger.does(id, "sent").statusCode(200);

        Ledger.reads("invoices?customer=QUO80").body("items", hasSize(0));
        Ledger.reads("invoices?customer=QUO80&status=SENT").body("items", hasSize(0));
        Ledger.reads("invoices?customer=QUO80&q=Formation").body("items", hasSize(0));
        Ledger.reads("invoices?customer=QUO80&kind=QUOTE").body("items.id", equalTo(List.of(id)));
        Ledger.reads("invoices?id=" + id).body("items", hasSize(1));
        assertThat(stream("customer=QUO80")).hasSize(1).last().asString().contains("\"count\":0");
        assertThat(stream("customer=QUO80&kind=QUOTE")).hasSize(2);
        Ledger.reads("receivables/statements/QUO80").body("documents", hasSize(0));
        Ledger.imports(Ledger.row(
                        "F %s77".formatted(DAY.replace("-", "").substring(0, 6)),
                        "QUO80 - QUO80 SARL",
                        DAY.substring(8) + "/" + DAY.substring(5, 7) + "/" + DAY.substring(0, 4),
                        "557,06",
                        "658,18"))
                .body("numbersLearnt", equalTo(0));
    }

    @Test
    void aQuoteIsNeverADocumentOfAccount() {
        String draft = written("QUO90").getString("id");
        Ledger.does(draft, "approve").statusCode(409).body("detail", containsString("accepts or declines"));
        Ledger.does(draft, "accept").statusCode(409);
        Ledger.does(draft, "decline").statusCode(409);
        String id = sent("QUO90");
        for (String deed : List.of("approve", "cancel", "issue", "credit-note")) {
            Ledger.does(id, deed).statusCode(409);
        }
        Ledger.does(id, "payments", "{\"amount\":1,\"paidOn\":\"2025-08-10\"}").statusCode(409);
        Ledger.does(id, "number", "{\"number\":\"F20250798\"}").statusCode(409);
        Ledger.does(id, "exported", "{\"exportId\":\"e\",\"key\":\"#9901\"}").statusCode(200);
        Caller.OPERATOR
                .uploads()
                .contentType("text/plain")
                .body("D 20250701;#9901")
                .post("/api/v1/imports/oxygene-report")
                .then()
                .body("imported", equalTo(0))
                .body("rejected[0].reason", containsString("already"));
        Ledger.does(id, "reopen").statusCode(409).body("type", equalTo("urn:facturation:problem:already-exported"));
        String invoice = Ledger.written(Ledger.draft("QUO90", "quo-90", "10")).getString("id");
        Ledger.does(invoice, "accept").statusCode(409).body("type", equalTo("urn:facturation:problem:not-a-quote"));
        Caller.OPERATOR
                .calls()
                .body("{\"items\":[%s]}".formatted(draft("QUO90", null).replaceFirst("\\{", "{\"approve\":true,")))
                .post("/api/v1/invoices/batch")
                .then()
                .body("items[0].result", equalTo("FAILED"));
    }

    @Test
    void aWrongQuoteIsNamed() {
        Ledger.customer("QUO95");
        post(draft("QUO95", null).replaceFirst("\\{", "{\"validUntil\":\"2020-01-01\","))
                .statusCode(400)
                .body("violations[0].field", equalTo("validUntil"));
        post(Ledger.draft("QUO95", null, "10").replaceFirst("\\{", "{\"validUntil\":\"2030-01-01\","))
                .statusCode(400)
                .body("violations[0].field", equalTo("validUntil"));
        String id = sent("QUO95");
        for (String percent : List.of("0", "100", "-5", "30.123", "\"x\"")) {
            Ledger.does(id, "accept", "{\"advancePercent\":%s}".formatted(percent))
                    .statusCode(400);
        }
    }

    @Test
    void acceptingAtTheSameMomentMakesOneInvoiceAndNumbersAreGivenOnce() throws Exception {
        Ledger.customer("QUO99");
        Load operator = Load.by(Caller.OPERATOR);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(written("QUO99").getString("id"));
        }
        List<Callable<HttpResponse<String>>> sendings = ids.stream()
                .<Callable<HttpResponse<String>>>map(
                        id -> () -> operator.post("/api/v1/invoices/" + id + "/sent", "{}"))
                .toList();
        assertThat(Load.atOnce(16, sendings)).allMatch(answer -> answer.statusCode() == 200);
        List<String> numbers = Ledger.reads("invoices?customer=QUO99&kind=QUOTE&limit=100")
                .extract()
                .path("items.number");
        assertThat(numbers).hasSize(40).doesNotHaveDuplicates().doesNotContainNull();

        String id = ids.get(0);
        Callable<HttpResponse<String>> accept =
                () -> operator.post("/api/v1/invoices/" + id + "/accept", "{\"advancePercent\":40}");
        Callable<HttpResponse<String>> rest = () -> operator.post("/api/v1/invoices/" + id + "/accept-rest", "{}");
        assertThat(Load.atOnce(16, Collections.nCopies(40, accept))).allMatch(answer -> answer.statusCode() == 200);
        assertThat(Load.atOnce(16, Collections.nCopies(40, rest))).allMatch(answer -> answer.statusCode() == 200);

        Ledger.reads("invoices/" + id).body("madeInvoices", hasSize(2));
        Ledger.reads("invoices?customer=QUO99").body("items", hasSize(2));
    }

    private static String sent(String customer) {
        String id = written(customer).getString("id");
        Ledger.does(id, "sent", "{\"recipients\":[\"client@quo.example\"]}").statusCode(200);
        return id;
    }

    private static JsonPath written(String customer) {
        Ledger.customer(customer);
        return Ledger.written(draft(customer, null));
    }

    private static String draft(String customer, String reference) {
        return """
               {"customerCode":"%s","kind":"QUOTE","reference":%s,"issuedOn":"%s","subject":"Migration","lines":%s}""".formatted(customer, reference == null ? "null" : '"' + reference + '"', DAY, LINES);
    }

    private static ValidatableResponse post(String draft) {
        return Caller.OPERATOR.calls().body(draft).post("/api/v1/invoices").then();
    }

    private static ValidatableResponse change(String id, String customer, String price) {
        return Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"%s\",\"lines\":[{\"description\":\"Autre\",\"quantity\":1,\"unitPrice\":%s,\"vatRate\":20}]}"
                                .formatted(customer, price))
                .put("/api/v1/invoices/" + id)
                .then();
    }

    private static List<String> stream(String query) {
        return Caller.READER
                .calls()
                .get("/api/v1/invoices/stream?" + query)
                .asString()
                .lines()
                .toList();
    }

    /** Net amount and VAT by rate, summed over documents. */
    private static Map<String, List<BigDecimal>> shares(List<String> ids) {
        Map<String, List<BigDecimal>> shares = new TreeMap<>();
        for (String id : ids) {
            JsonPath invoice = Ledger.reads("invoices/" + id).extract().jsonPath();
            for (Map<String, Object> share : invoice.<Map<String, Object>>getList("vatBreakdown")) {
                shares.merge(
                        share.get("rate").toString(),
                        List.of(cents(share.get("netAmount")), cents(share.get("vatAmount"))),
                        (a, b) -> List.of(a.get(0).add(b.get(0)), a.get(1).add(b.get(1))));
            }
        }
        return shares;
    }

    private static BigDecimal cents(Object amount) {
        return new BigDecimal(amount.toString()).setScale(2);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
