package fr.syaga.facturation.invoice.receivable;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Years that no other test uses: a settlement takes in whatever was issued before. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SettlementTest {

    private static final String OPEN = "F 20010301;SET10 - ANCIEN;01/03/2001;100;119,6;0;;0;0;0;119,6;Non;0;0";
    private static final String PART = "F 20010302;SET10 - ANCIEN;02/03/2001;100;119,6;0;;0;19,6;0;100;Non;0;0";
    private static final String PAID = "F 20010303;SET10 - ANCIEN;03/03/2001;100;119,6;0;;0;119,6;0;0;Non;0;0";
    private static final String CREDIT = "A 20010304;SET10 - ANCIEN;04/03/2001;-10;-11,96;0;;0;0;0;-11,96;Non;0;0";
    private static final String THAT_DAY = "F 20010401;SET10 - ANCIEN;01/04/2001;100;119,6;0;;0;0;0;119,6;Non;0;0";

    @Test
    void everythingIssuedBeforeADayIsPaidInOneCallAndTakenBackInOne() {
        Ledger.imports(OPEN, PART, PAID, CREDIT, THAT_DAY).body("imported", equalTo(5));

        settle("2001-04-01", true)
                .body("invoices", equalTo(2))
                .body("creditNotes", equalTo(1))
                .body("amount", equalTo(207.64f))
                .body("journalEntry", nullValue())
                .body("id", nullValue());
        owed("2001-04-30").body("outstanding", equalTo(327.24f));

        ValidatableResponse done = settle("2001-04-01", false)
                .body("before", equalTo("2001-04-01"))
                .body("invoices", equalTo(2))
                .body("amount", equalTo(207.64f))
                .body("journalEntry", greaterThan(0));
        String id = done.extract().path("id");
        owed("2001-04-30").body("outstanding", equalTo(119.60f)).body("documents", hasSize(1));
        owed("2001-03-31").body("outstanding", equalTo(0.00f));
        settle("2001-04-01", false).body("id", equalTo(id)).body("amount", equalTo(207.64f));
        assertThat(Ledger.deeds(invoice("F20010302"))).containsExactly("IMPORTED", "SETTLED");
        assertThat(Ledger.deeds(invoice("F20010303"))).containsExactly("IMPORTED");
        Ledger.reads("journal?invoiceId=" + id)
                .body("items", hasSize(1))
                .body("items[0].sequence", equalTo(done.extract().path("journalEntry")))
                .body("items[0].facts.documents", equalTo(3))
                .body("items[0].facts.amount", equalTo(207.64f));
        Ledger.reads("invoices/" + invoice("F20010302") + "/payments")
                .body("items[0].amount", equalTo(100.00f))
                .body("items[0].reference", equalTo("settlement-" + id))
                .body("items[0].settlementId", equalTo(id));

        theListDoesNotTakeItBack();
        undo(id).body("undoneAt", notNullValue());
        undo(id).body("undoReason", equalTo("trop tôt"));
        owed("2001-04-30").body("outstanding", equalTo(327.24f)).body("documents", hasSize(4));
        assertThat(Ledger.deeds(invoice("A20010304"))).containsExactly("IMPORTED", "SETTLED", "SETTLEMENT_UNDONE");
        Ledger.imports(OPEN, PART).body("unchanged", equalTo(2)).body("paymentsKept", equalTo(0));
        Ledger.reads("journal/verify").body("intact", equalTo(true));
        Ledger.reads("receivables/settlements").body("items.id", hasItem(id));

        String again = settle("2001-04-01", false)
                .body("amount", equalTo(207.64f))
                .extract()
                .path("id");
        assertThat(again).isNotEqualTo(id);
        aSettledPaymentIsTakenBackAlone(again);
    }

    private static void theListDoesNotTakeItBack() {
        Ledger.imports(OPEN, PART, PAID)
                .body("unchanged", equalTo(3))
                .body("updated", equalTo(0))
                .body("paymentsKept", equalTo(2));
        owed("2001-04-30").body("outstanding", equalTo(119.60f));
    }

    private static void aSettledPaymentIsTakenBackAlone(String settlement) {
        String open = invoice("F20010301");
        String payment = Ledger.reads("invoices/" + open + "/payments")
                .extract()
                .<List<String>>path("items.findAll { it.settlementId == '%s' }.id".formatted(settlement))
                .get(0);
        Ledger.does(open, "payments/" + payment + "/reverse", "{\"reason\":\"toujours due\"}")
                .statusCode(200)
                .body("paidAmount", equalTo(0.00f));
        owed("2001-04-30").body("outstanding", equalTo(239.20f));
        undo(settlement);
        owed("2001-04-30").body("outstanding", equalTo(327.24f));
        Ledger.reads("invoices/" + open).body("paidAmount", equalTo(0.00f));
    }

    @Test
    void anEarlierPaymentIsTakenBackUnderASettlementAndTheSettlementStillGoesWhole() {
        Ledger.imports("F 20021201;SET30 - ANCIEN;01/12/2002;100;120;0;;0;0;0;120;Non;0;0");
        String id = Ledger.reads("invoices?customer=SET30").extract().path("items[0].id");
        Ledger.does(id, "payments", "{\"amount\":20,\"paidOn\":\"2002-12-05\",\"reference\":\"vir\"}")
                .statusCode(200);
        String first = settle("2003-01-01", false).extract().path("id");
        String payment = Ledger.reads("invoices/" + id + "/payments").extract().path("items[0].id");
        Ledger.does(id, "payments/" + payment + "/reverse", "{\"reason\":\"erreur\"}")
                .statusCode(200)
                .body("paidAmount", equalTo(100.00f));
        String second = settle("2003-01-01", false)
                .body("amount", equalTo(20.00f))
                .extract()
                .path("id");

        undo(first);
        Ledger.reads("invoices/" + id).body("paidAmount", equalTo(20.00f));
        undo(second);
        Ledger.reads("invoices/" + id).body("paidAmount", equalTo(0.00f));
        settle("2003-01-01", false);
    }

    @Test
    void thousandsOfDocumentsAreSettledAtOnce() {
        String[] rows = IntStream.range(0, 3000)
                .mapToObj(i -> "F 2000%02d%03d;SET20 - BEAUCOUP;01/%02d/2000;10;12;0;;0;0;0;12;Non;0;0"
                        .formatted(1 + i % 12, 100 + i / 12, 1 + i % 12))
                .toArray(String[]::new);
        Ledger.imports(rows).body("imported", equalTo(3000));

        String id = settle("2001-01-01", false)
                .body("invoices", equalTo(3000))
                .body("amount", equalTo(36000.00f))
                .extract()
                .path("id");

        Ledger.reads("receivables/statements/SET20?asOf=2001-01-01").body("outstanding", equalTo(0.00f));
        undo(id);
        Ledger.reads("receivables/statements/SET20?asOf=2001-01-01").body("outstanding", equalTo(36000.00f));
        settle("2001-01-01", false).body("invoices", equalTo(3000));
        Ledger.reads("journal/verify").body("intact", equalTo(true));
    }

    @Test
    void aSettlementSaysWhyAndOfWhichDay() {
        declares("{\"before\":\"2000-01-01\"}").statusCode(400).body("violations[0].field", equalTo("reason"));
        declares("{\"reason\":\"x\"}").statusCode(400).body("violations[0].field", equalTo("before"));
        declares("{\"before\":\"2000-01-01\",\"reason\":\"  \"}").statusCode(400);
        declares("{\"before\":\"2098-01-01\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("before"));
        declares("{\"before\":\"0001-01-01\",\"reason\":\"x\"}").statusCode(400);
        Caller.READER
                .calls()
                .body("{\"before\":\"2000-01-01\",\"reason\":\"x\"}")
                .post("/api/v1/receivables/settle")
                .then()
                .statusCode(403);
        Caller.OPERATOR
                .calls()
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/receivables/settlements/00000000-0000-0000-0000-000000000001/undo")
                .then()
                .statusCode(404);
        Caller.OPERATOR
                .calls()
                .body("{}")
                .post("/api/v1/receivables/settlements/00000000-0000-0000-0000-000000000001/undo")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse settle(String before, boolean dryRun) {
        return declares("{\"before\":\"%s\",\"reason\":\"payé avant la reprise\",\"dryRun\":%s}"
                        .formatted(before, dryRun))
                .statusCode(200);
    }

    private static ValidatableResponse declares(String body) {
        return Caller.OPERATOR
                .calls()
                .body(body)
                .post("/api/v1/receivables/settle")
                .then();
    }

    private static ValidatableResponse undo(String id) {
        return Caller.OPERATOR
                .calls()
                .body("{\"reason\":\"trop tôt\"}")
                .post("/api/v1/receivables/settlements/" + id + "/undo")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse owed(String day) {
        return Ledger.reads("receivables/statements/SET10?asOf=" + day).statusCode(200);
    }

    private static String invoice(String number) {
        return Ledger.reads("invoices?customer=SET10&limit=100")
                .extract()
                .path("items.find { it.number == '%s' }.id".formatted(number));
    }
}
