package fr.syaga.facturation.invoice.customer;

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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NeverASirenTest {

    @ParameterizedTest
    @CsvSource({
        "NEVER1, PRIVATE_PERSON, FR, Le client est un particulier",
        "NEVER2, WITHOUT_SIREN, FR, n’en aura pas",
        "NEVER3, COMPANY, MC, n’en aura pas"
    })
    void whoNeverHasASirenIsToldThatTheDocumentIsNoEInvoice(String code, String kind, String country, String why) {
        change(code, kind, country, null).statusCode(200).body("kind", equalTo(kind));

        mentions(code)
                .body("missing", not(hasItem("buyer.siren")))
                .body("buyer.kind", equalTo(kind))
                .body("noEInvoice", containsString(why))
                .body("noEInvoice", containsString("pas une facture électronique entre entreprises (B2B)"))
                .body("noEInvoice", containsString("PDF"));
    }

    @ParameterizedTest
    @CsvSource({"ONCE1, FR", "ONCE2, RE"})
    void aFrenchCompanyWithoutSirenIsStillToBeCompleted(String code, String country) {
        change(code, null, country, null).statusCode(200).body("kind", equalTo("COMPANY"));

        mentions(code).body("missing", hasItem("buyer.siren")).body("noEInvoice", nullValue());
    }

    @Test
    void whoeverHasASirenIsACompany() {
        change("ONCE3", "PRIVATE_PERSON", "FR", "732829320")
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        change("ONCE3", "COMPANY", "MC", "732829320").statusCode(200);

        mentions("ONCE3").body("noEInvoice", nullValue());
    }

    private static ValidatableResponse change(String code, String kind, String country, String siren) {
        Ledger.customer(code);
        return Caller.OPERATOR
                .calls()
                .body("""
                        {"name":"%s","kind":%s,"siren":%s,
                         "addresses":[{"kind":"BILLING","line1":"2 quai","postalCode":"98000","city":"Ville","country":"%s"}]}""".formatted(code, json(kind), json(siren), country))
                .put("/api/v1/customers/" + code)
                .then();
    }

    private static String json(String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private static ValidatableResponse mentions(String code) {
        String id = Ledger.written(Ledger.draft(code, code, "10")).getString("id");
        return Ledger.reads("invoices/" + id + "/legal-mentions");
    }
}
