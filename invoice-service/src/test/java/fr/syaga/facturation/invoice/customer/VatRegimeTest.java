package fr.syaga.facturation.invoice.customer;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who bears VAT: by a person's word, else by the documents of the list. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class VatRegimeTest {

    private static final String UNDECIDED = "urn:facturation:problem:vat-regime-undecided";
    private static final String CONTRADICTION = "urn:facturation:problem:vat-contradicts-regime";

    /** Letters oldest first, a month each: N without VAT, V with VAT, 0 a document of zero. */
    @ParameterizedTest
    @CsvSource({
        "VH1, NNN, true",
        "VH2, NNNV, true",
        "VH3, NNVV, false",
        "VH4, N0000, true",
        "VH5, 0000, false",
        "VH6, VVVVVVVVVVVVNNNNNNNNNVVV, true",
        "VH7, NNNNNNNNNNNNNNNNNNNNNNNNVVVVVVVVVVVVVVVVVVVVVVVV, false",
        "VH8, VVVVVVVVVVVVNNNNNVVVVVVV, false"
    })
    void aCustomerWhoseLastDocumentsBearNoVatIsUndecided(String code, String documents, boolean undecided) {
        Ledger.imports(list(code, documents)).statusCode(200).body("rejected", empty());

        customer(code)
                .body("vatRegime", undecided ? nullValue() : equalTo("FRENCH"))
                .body("vatRegimeHint", undecided ? equalTo("NO_VAT_IN_HISTORY") : nullValue())
                .body("vatRegimeDecidedAt", nullValue());
    }

    @Test
    void listsInAnyOrderAndAnImportTakenBackLeaveWhatTheDocumentsSay() {
        String[] rows = list("VORDER", "NNNNVVVVVVVVVVVVVVVVVV");
        String[] older = java.util.Arrays.copyOf(rows, 4);
        String newer = Ledger.imports(java.util.Arrays.copyOfRange(rows, 4, rows.length))
                .extract()
                .path("id");
        customer("VORDER").body("vatRegime", equalTo("FRENCH"));
        Ledger.imports(older);
        customer("VORDER").body("vatRegime", equalTo("FRENCH"));

        Caller.ADMIN.calls().post("/api/v1/imports/" + newer + "/undo").then().statusCode(200);

        customer("VORDER").body("vatRegime", nullValue());
        Ledger.imports(rows);
        customer("VORDER").body("vatRegime", equalTo("FRENCH"));
    }

    @Test
    void aPersonFindsWhoWaitsAndTheirWordStandsWhateverListsSay() {
        Ledger.imports(list("VWORD", "NNN"));
        waiting("true").body("items.code", hasItem("VWORD"));
        waiting("false").body("items.code", not(hasItem("VWORD")));
        waiting("peut-être").statusCode(400);

        decides("VWORD", "\"vatRegime\":\"OUTSIDE_EU\"")
                .statusCode(200)
                .body("vatRegime", equalTo("OUTSIDE_EU"))
                .body("vatRegimeDecidedBy", notNullValue());
        Ledger.imports(list("VWORD", "NNNVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV"));

        customer("VWORD").body("vatRegime", equalTo("OUTSIDE_EU")).body("vatRegimeHint", nullValue());
        waiting("true").body("items.code", not(hasItem("VWORD")));
    }

    @Test
    void aChangeThatDoesNotSpeakOfVatDecidesNothing() {
        Ledger.imports(list("VSILENT", "NNN"));

        decides("VSILENT", "\"emails\":[\"compta@vsilent.example.fr\"]")
                .statusCode(200)
                .body("vatRegime", nullValue())
                .body("vatRegimeHint", equalTo("NO_VAT_IN_HISTORY"))
                .body("openDrafts", empty());
        decides("VSILENT", "\"vatNumber\":\"FR44732829320\",\"siren\":\"732829320\"")
                .statusCode(200)
                .body("vatRegime", nullValue());
    }

    @Test
    void aDraftWithoutRateWaitsForThePersonAndOneWithRatesDoesNot() {
        Ledger.imports(list("VDRAFT", "NNN"));

        posted(draft("VDRAFT", "null"))
                .statusCode(409)
                .body("type", equalTo(UNDECIDED))
                .body("detail", containsString("PUT /api/v1/customers/VDRAFT"));
        Caller.OPERATOR
                .calls()
                .body("{\"items\":[%s,%s]}".formatted(draft("VDRAFT", "null"), draft("VDRAFT", "0")))
                .post("/api/v1/invoices/batch")
                .then()
                .statusCode(200)
                .body("items.result", equalTo(List.of("FAILED", "CREATED")))
                .body("items[0].problem.type", equalTo(UNDECIDED));
        String id = posted(draft("VDRAFT", "20")).statusCode(201).extract().path("id");
        Ledger.does(id, "recompute").statusCode(409).body("type", equalTo(UNDECIDED));
        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id + "/legal-mentions")
                .then()
                .body("missing", hasItem("buyer.vatRegime"));

        decides("VDRAFT", "\"vatRegime\":\"FRENCH\"").statusCode(200);

        posted(draft("VDRAFT", "null")).statusCode(201).body("grossAmount", equalTo(120.00f));
    }

    @Test
    void anotherRegimeNamesTheOpenDraftsAndRecomputingSetsThemRight() {
        Ledger.customer("VOPEN");
        String draft = posted(draft("VOPEN", "null")).extract().path("id");
        String approved = posted(draft("VOPEN", "20")).extract().path("id");
        Ledger.does(approved, "approve").statusCode(200);
        String exported = posted(draft("VOPEN", "20")).extract().path("id");
        Ledger.does(exported, "approve").statusCode(200);
        Ledger.does(exported, "exported", "{\"exportId\":\"e\",\"key\":\"#1\"}").statusCode(200);

        decides("VOPEN", "\"vatRegime\":\"OUTSIDE_EU\"")
                .statusCode(200)
                .body("openDrafts", equalTo(List.of(draft, approved)));

        Ledger.does(draft, "approve")
                .statusCode(409)
                .body("type", equalTo(CONTRADICTION))
                .body("detail", containsString("/recompute"));
        Ledger.does(approved, "recompute").statusCode(409).body("detail", containsString("Reopen"));
        Caller.OPERATOR
                .calls()
                .header("If-Match", "\"77\"")
                .post("/api/v1/invoices/" + draft + "/recompute")
                .then()
                .statusCode(412);
        Ledger.does(draft, "recompute", "")
                .statusCode(200)
                .body("vatAmount", equalTo(0.00f))
                .body("grossAmount", equalTo(100.00f))
                .body("lines[0].vatCategory", equalTo("G"))
                .body("subject", equalTo("Assistance"));
        int version = Ledger.does(draft, "recompute").extract().path("version");
        Ledger.does(draft, "recompute").body("version", equalTo(version));
        Ledger.does(draft, "approve").statusCode(200);
        Ledger.does(approved, "reopen").statusCode(200);
        Ledger.does(approved, "recompute").statusCode(200).body("vatAmount", equalTo(0.00f));

        decides("VOPEN", "\"vatRegime\":\"FRENCH\"").body("openDrafts", equalTo(List.of(draft, approved)));
        Ledger.does(approved, "recompute").statusCode(200).body("vatAmount", equalTo(20.00f));
        decides("VOPEN", "\"vatRegime\":\"FRENCH\"").body("openDrafts", equalTo(List.of(draft)));
    }

    @Test
    void aCreditNoteFollowsItsInvoiceWhateverBecameOfTheRegime() {
        Ledger.customer("VCREDIT");
        String invoice = posted(draft("VCREDIT", "20")).extract().path("id");
        Ledger.does(invoice, "approve").statusCode(200);
        Ledger.does(invoice, "number", "{\"number\":\"F20250788\"}").statusCode(200);
        decides("VCREDIT", "\"vatRegime\":\"OUTSIDE_EU\"").statusCode(200).body("openDrafts", empty());

        String whole = Ledger.does(invoice, "credit-note", "{\"reference\":\"vcredit\"}")
                .statusCode(201)
                .body("vatAmount", equalTo(-20.00f))
                .body("lines[0].vatCategory", equalTo("S"))
                .extract()
                .path("id");

        decides("VCREDIT", "\"vatRegime\":\"EXEMPT\"").body("openDrafts", empty());
        Ledger.does(whole, "recompute").statusCode(200).body("vatAmount", equalTo(-20.00f));
        Ledger.does(whole, "approve").statusCode(200);
        Ledger.imports(list("VCREDIT2", "NNN"));
        String listed =
                Caller.READER.calls().get("/api/v1/invoices?customer=VCREDIT2").path("items[0].id");
        Ledger.does(listed, "credit-note", """
                        {"lines":[{"description":"en partie","quantity":1,"unitPrice":10}]}""").statusCode(201).body("vatAmount", equalTo(0.00f));
    }

    @Test
    void aDecisionThatContradictsItsOwnNumberIsRefusedAndAnOddOneIsTold() {
        Ledger.customer("VDOUBT");
        for (String regime : List.of("OUTSIDE_EU", "EU_REVERSE_CHARGE")) {
            decides("VDOUBT", "\"vatNumber\":\"FR44732829320\",\"vatRegime\":\"%s\"".formatted(regime))
                    .statusCode(400)
                    .body("detail", containsString("French VAT number"));
        }

        decides("VDOUBT", "\"vatRegime\":\"EU_REVERSE_CHARGE\"")
                .statusCode(200)
                .body("doubts", hasSize(1))
                .body("doubts[0]", containsString("vatNumber"));
        decides("VDOUBT", """
                "vatRegime":"OUTSIDE_EU","vatNumber":"DE123456789","addresses":[{"kind":"BILLING","city":"Lyon","country":"FR"}]""").body("doubts", hasSize(2));
        decides("VDOUBT", "\"vatRegime\":\"EU_REVERSE_CHARGE\",\"vatNumber\":\"DE123456789\"")
                .body("doubts", empty());
    }

    private static String[] list(String code, String documents) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < documents.length(); i++) {
            java.time.LocalDate day = java.time.LocalDate.of(2010, 1, 15).plusMonths(i);
            String net = documents.charAt(i) == '0' ? "0" : "100";
            String gross = documents.charAt(i) == 'V' ? "119,6" : net;
            rows.add(Ledger.row(
                    "F %tY%<tm%d".formatted(day, 1000 + Math.floorMod(code.hashCode(), 9000)),
                    code + " - " + code + " SARL",
                    "%td/%<tm/%<tY".formatted(day),
                    net,
                    gross));
        }
        return rows.toArray(String[]::new);
    }

    private static String draft(String customer, String rate) {
        return """
               {"customerCode":"%s","issuedOn":"2025-07-31","subject":"Assistance",
                "lines":[{"description":"Assistance réseau","quantity":1,"unitPrice":100,"vatRate":%s}]}""".formatted(customer, rate);
    }

    private static ValidatableResponse posted(String draft) {
        return Caller.OPERATOR.calls().body(draft).post("/api/v1/invoices").then();
    }

    private static ValidatableResponse customer(String code) {
        return Caller.READER.calls().get("/api/v1/customers/" + code).then().statusCode(200);
    }

    private static ValidatableResponse waiting(String undecided) {
        return Caller.READER
                .calls()
                .get("/api/v1/customers?limit=1000&undecided=" + undecided)
                .then();
    }

    private static ValidatableResponse decides(String code, String fields) {
        return Caller.OPERATOR
                .calls()
                .body("{\"name\":\"%s SARL\",%s}".formatted(code, fields))
                .put("/api/v1/customers/" + code)
                .then();
    }
}
