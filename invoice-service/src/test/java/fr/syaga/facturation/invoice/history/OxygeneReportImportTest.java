package fr.syaga.facturation.invoice.history;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OxygeneReportImportTest {

    @Test
    void numbersAreLearntByOurOwnKeyWhereTheListWouldNotKnow() {
        String one = exported("OXY10", "oxy-1", "100", "#9101");
        String twin = exported("OXY10", "oxy-2", "100", "#9102");

        file("Numéro;WEB_ID\r\nF 20250751;#9101\r\n#9102;F 20250752\r\n")
                .body("id", notNullValue())
                .body("file", equalTo("rapport.csv"))
                .body("rows", equalTo(2))
                .body("imported", equalTo(2))
                .body("unchanged", equalTo(0))
                .body("updated", equalTo(0))
                .body("rejected", hasSize(0));

        Ledger.reads("invoices/" + one).body("status", equalTo("ISSUED")).body("number", equalTo("F20250751"));
        Ledger.reads("invoices/" + twin).body("number", equalTo("F20250752"));
        assertThat(Ledger.deeds(one)).containsExactly("APPROVED", "EXPORTED", "NUMBER_LEARNT");
        pasted("F 20250751\t#9101\nF 20250752\t#9102")
                .body("rows", equalTo(2))
                .body("imported", equalTo(0))
                .body("unchanged", equalTo(2));
        Ledger.imports(Ledger.row("F 20250751", "OXY10 - OXY10 SARL", "31/07/2025", "100", "120"))
                .body("imported", equalTo(0))
                .body("updated", equalTo(1));
        Ledger.reads("invoices?customer=OXY10").body("items", hasSize(2));
    }

    @Test
    void aCreditNoteLearnsItsNumberAndItsPrefixHasToFit() {
        String invoice = exported("OXY20", "oxy-3", "100", "#9201");
        pasted("#9201 F 20250753").body("imported", equalTo(1));
        String credit =
                Ledger.does(invoice, "credit-note").statusCode(201).extract().path("id");
        Ledger.does(credit, "approve").statusCode(200);
        Ledger.does(credit, "exported", "{\"exportId\":\"e2\",\"key\":\"#9202\"}")
                .statusCode(200);

        pasted("#9202 F 20250754")
                .body("imported", equalTo(0))
                .body("rejected[0].reason", containsString("begins with F"));
        pasted("#9202 A 20250754").body("imported", equalTo(1));

        Ledger.reads("invoices/" + credit).body("number", equalTo("A20250754"));
    }

    @Test
    void contradictionsAreNobodysAndEachIsNamed() {
        String id = exported("OXY30", "oxy-4", "100", "#9301");
        exported("OXY30", "oxy-5", "200", "#9302");
        exported("OXY30", "oxy-6", "300", "#9303");
        Ledger.issued("OXY30", "oxy-7", "400", "F20250758");

        pasted("""
                        F 20250755;#9301
                        F 20250756;#9301

                        F 20250757;#9302
                        F 20250757;#9303
                        F 20250758;#9302x
                        F 20250758;#9304
                        rien
                        """)
                .body("rows", equalTo(7))
                .body("imported", equalTo(0))
                .body("rejected", hasSize(7))
                .body("rejected.line", equalTo(java.util.List.of(1, 2, 4, 5, 6, 7, 8)))
                .body(
                        "rejected[0].reason",
                        allOf(containsString("F20250755 (line 1)"), containsString("F20250756 (line 2)")))
                .body("rejected[2].reason", containsString("#9303 (line 5)"));
        Ledger.reads("invoices/" + id).body("number", nullValue());
        pasted("F 20250758;#9301\nF 20250755;#9301x")
                .body("rejected[0].reason", containsString("another document"))
                .body("rejected[1].reason", containsString("#9301x"));
        pasted("F 20250755;#9301\nF 20250755;#9301")
                .body("imported", equalTo(1))
                .body("unchanged", equalTo(1));
        pasted("F 20250759;#9301").body("rejected[0].reason", containsString("bears F20250755 already"));
    }

    @Test
    void aNumberThatTheListGaveToAnotherIsNotLearnt() {
        String one = exported("OXY40", "oxy-8", "100", "#9401");
        exported("OXY40", "oxy-9", "100", "#9402");
        exported("OXY40", "oxy-10", "150", "#9403");
        Ledger.imports(Ledger.row("F 20250761", "OXY40 - OXY40 SARL", "31/07/2025", "100", "120"))
                .body("ambiguous", equalTo(1));

        pasted("#9403 F20250761").body("rejected[0].reason", containsString("In Oxygène's list"));
        pasted("#9401 F20250761").body("imported", equalTo(1));

        Ledger.reads("invoices/" + one).body("status", equalTo("ISSUED"));
        Ledger.reads("matches").body("items.findAll { it.number == 'F20250761' }", hasSize(0));
    }

    @Test
    void whatIsNoReportIsRefusedWhole() {
        Caller.OPERATOR
                .uploads()
                .multiPart("other", "x")
                .post("/api/v1/imports/oxygene-report")
                .then()
                .statusCode(400);
        uploaded(new byte[0]).statusCode(422).body("type", equalTo("urn:facturation:problem:empty-file"));
        uploaded(new byte[] {'F', 0, 'x'}).statusCode(422).body("type", equalTo("urn:facturation:problem:not-text"));
        uploaded(new byte[OxygeneReport.MAX_BYTES + 1]).statusCode(413);
        Caller.OPERATOR
                .uploads()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/imports/oxygene-report")
                .then()
                .statusCode(415);
        Caller.READER
                .uploads()
                .contentType("text/plain")
                .body("F 20250755;#1")
                .post("/api/v1/imports/oxygene-report")
                .then()
                .statusCode(403);
    }

    private static String exported(String customer, String reference, String price, String key) {
        Ledger.customer(customer);
        String id = Ledger.written(Ledger.draft(customer, reference, price)).getString("id");
        Ledger.does(id, "approve").statusCode(200);
        Caller.SERVICE
                .calls()
                .body("{\"exportId\":\"e\",\"items\":[{\"id\":\"%s\",\"key\":\"%s\"}]}".formatted(id, key))
                .post("/api/v1/invoices/exported")
                .then()
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse file(String text) {
        return uploaded(text.getBytes(StandardCharsets.ISO_8859_1)).statusCode(200);
    }

    private static ValidatableResponse uploaded(byte[] content) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", "rapport.csv", content)
                .post("/api/v1/imports/oxygene-report")
                .then();
    }

    private static ValidatableResponse pasted(String text) {
        return Caller.OPERATOR
                .uploads()
                .contentType("text/plain; charset=UTF-8")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/oxygene-report")
                .then()
                .statusCode(200);
    }
}
