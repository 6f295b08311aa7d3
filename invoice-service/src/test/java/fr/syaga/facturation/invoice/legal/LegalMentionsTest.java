package fr.syaga.facturation.invoice.legal;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

/** What documents say beside their lines, on a database of its own: the issuer and the wordings are one for all. */
@QuarkusTest
@TestProfile(LegalMentionsTest.OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LegalMentionsTest {

    /** A profile of its own is a PostgreSQL of its own. */
    @QuarkusTestResource(RealPostgres.class)
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "2025-08-04");
        }
    }

    /** Issued before anybody said who issues. */
    private static String early;

    private static final String ISSUER = """
            {"name":"ATELIER RÉSEAU","legalForm":"SARL","shareCapital":"10 000 €","siren":"732829320","vatNumber":"FR44732829320",
             "tradeRegister":"RCS Lyon","line1":"1 rue des Câbles","postalCode":"69001","city":"Lyon","country":"FR",
             "iban":"FR14 2004 1010 0505 0001 3M02 606","debitOption":%s}""";

    @Test
    @Order(1)
    void whatNobodyEnteredIsNamed() {
        Ledger.customer("LEGAL0");
        String id = Ledger.written(Ledger.draft("LEGAL0", "legal-0", "10")).getString("id");

        Caller.READER.calls().get("/api/v1/issuer").then().statusCode(404);
        mentions(id).body("missing", hasItems("seller", "buyer.address", "buyer.siren"));
        early = issued("LEGAL0", "F20250769");
    }

    @Test
    @Order(2)
    void theIssuerIsCheckedWithItsCheckDigits() {
        put(ISSUER.formatted(false).replace("3M02", "3M03"))
                .statusCode(400)
                .body("violations[0].field", equalTo("iban"));
        put(ISSUER.formatted(false).replace("\"732829320\"", "\"732829321\"")).statusCode(400);
        for (String space : List.of("\u202f", "\u2007", "\u3000")) {
            put(ISSUER.formatted(false)
                            .replace(" 2004 1010 0505 ", " 2004 1010 0505 ".replace(" ", space))
                            .replace("FR44732829320", "FR44" + space + "732829320"))
                    .statusCode(200)
                    .body("iban", equalTo("FR1420041010050500013M02606"));
        }
        put(ISSUER.formatted(false)).statusCode(200).body("iban", equalTo("FR1420041010050500013M02606"));
        Caller.READER
                .calls()
                .get("/api/v1/journal?invoiceId=" + early)
                .then()
                .body("items[-1].deed", equalTo("LEGAL_FACTS_FROZEN"));
        Caller.OPERATOR
                .calls()
                .body(ISSUER.formatted(true))
                .put("/api/v1/issuer")
                .then()
                .statusCode(403);
    }

    @Test
    @Order(3)
    void whatTheLawAsksForIsFrozenWhenTheDocumentIsIssued() {
        customer("LEGAL1", "FRENCH", "\"siren\":\"552100554\",\"purchaseOrder\":\"BC-77\"");
        String id = issued("LEGAL1", "F20250770");

        mentions(id)
                .body("seller.name", equalTo("ATELIER RÉSEAU"))
                .body("buyer.siren", equalTo("552100554"))
                .body("buyer.addresses[0].city", equalTo("Lyon"))
                .body("purchaseOrder", equalTo("BC-77"))
                .body("dueOn", equalTo("2025-08-30"))
                .body(
                        "mentions.code",
                        equalTo(List.of("OPERATION_CATEGORY", "LATE_PENALTY", "RECOVERY_FEE", "EARLY_PAYMENT")))
                .body("mentions.text", hasItem(containsString("40 €")))
                .body("missing", equalTo(List.of()));

        put(ISSUER.formatted(true).replace("ATELIER RÉSEAU", "NOUVEAU NOM")).statusCode(200);
        customer("LEGAL1", "FRENCH", "\"siren\":\"732829320\"");
        mentions(early).body("seller.name", equalTo("ATELIER RÉSEAU"));
        mentions(id)
                .body("seller.name", equalTo("ATELIER RÉSEAU"))
                .body("buyer.siren", equalTo("552100554"))
                .body("mentions.code", not(hasItem("DEBIT_OPTION")));
        String later = issued("LEGAL1", "F20250771");
        mentions(later).body("seller.name", equalTo("NOUVEAU NOM")).body("mentions.code", hasItem("DEBIT_OPTION"));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "EU_REVERSE_CHARGE, BE0123456749, AE, Autoliquidation",
        "OUTSIDE_EU, CHE123456788, G, 'TVA non applicable, art. 259-1 du CGI'"
    })
    void aCustomerWithoutFrenchVatIsToldWhy(String regime, String vatNumber, String category, String wording) {
        String code = "LEGAL-" + category;
        customer(code, regime, "\"vatNumber\":\"%s\"".formatted(vatNumber));
        String draft = Ledger.draft(code, "legal-" + category, "100").replace(",\"vatRate\":20", "");
        var written = Ledger.written(draft);

        mentions(written.getString("id")).body("mentions.text", hasItem(wording));
        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + written.getString("id"))
                .then()
                .body("vatBreakdown[0].category", equalTo(category))
                .body("vatAmount", equalTo(0.00f));
        Caller.OPERATOR
                .calls()
                .body(Ledger.draft(code, null, "100"))
                .post("/api/v1/invoices")
                .then()
                .statusCode(400);
    }

    @Test
    @Order(5)
    void aWordingChangesFromADayOnAndIssuedDocumentsKeepTheirs() {
        customer("LEGAL2", "EXEMPT", "");
        String id = Ledger.written(Ledger.draft("LEGAL2", "legal-2", "10").replace(",\"vatRate\":20", ""))
                .getString("id");
        mentions(id).body("missing", hasItem("wording.EXEMPT"));

        String wording =
                "{\"code\":\"EXEMPT\",\"text\":\"Exonération de TVA, art. 261-4-4° du CGI\",\"from\":\"2025-01-01\"}";
        Caller.ADMIN.calls().body(wording).post("/api/v1/legal-wordings").then().statusCode(201);
        mentions(id).body("mentions.text", hasItem("Exonération de TVA, art. 261-4-4° du CGI"));
        Caller.ADMIN
                .calls()
                .body(wording)
                .post("/api/v1/legal-wordings")
                .then()
                .statusCode(409)
                .body("detail", containsString("choose a later day"));

        Caller.ADMIN
                .calls()
                .body(wording.replace("261-4-4", "216-9").replace("2025-01-01", "2025-08-01"))
                .post("/api/v1/legal-wordings")
                .then()
                .statusCode(201);
        mentions(id).body("mentions.text", hasItem("Exonération de TVA, art. 261-4-4° du CGI"));
        Caller.READER
                .calls()
                .get("/api/v1/legal-wordings")
                .then()
                .body("findAll { it.code == 'EXEMPT' }.to", equalTo(java.util.Arrays.asList("2025-07-31", null)));
    }

    private static ValidatableResponse put(String issuer) {
        return Caller.ADMIN.calls().body(issuer).put("/api/v1/issuer").then();
    }

    private static ValidatableResponse mentions(String id) {
        return Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id + "/legal-mentions")
                .then()
                .statusCode(200);
    }

    private static void customer(String code, String regime, String more) {
        Ledger.customer(code);
        Caller.OPERATOR
                .calls()
                .body("""
                        {"name":"%s","vatRegime":"%s","addresses":[{"kind":"BILLING","line1":"2 quai","postalCode":"69002","city":"Lyon","country":"FR"}]%s}""".formatted(code, regime, more.isEmpty() ? "" : "," + more))
                .put("/api/v1/customers/" + code)
                .then()
                .statusCode(200);
    }

    private static String issued(String customer, String number) {
        String id = Ledger.written(Ledger.draft(customer, number, "100")).getString("id");
        Ledger.does(id, "approve").statusCode(200);
        Ledger.does(id, "number", "{\"number\":\"%s\"}".formatted(number)).statusCode(200);
        return id;
    }
}
