package fr.syaga.facturation.recurrence.run;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A contract's article, subject and scope stand on its invoices, and what was sent stays as it was sent. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class InvoiceTextTest {

    private static final String WORDS = """
            "articleCode":"MAINT-01","subject":"Forfait maintenance {month}",
            "scope":["Supervision des serveurs","  Sauvegardes de {month}  ",""]""";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void anInvoiceBearsTheArticleTheSubjectOfItsMonthAndTheScope() {
        write("LAA10", WORDS);

        run("2025-08-01", "2025-08-31").body("created", equalTo(1));

        JsonNode draft = onlyDraft();
        assertThat(draft.get("subject").asText()).isEqualTo("Forfait maintenance août 2025");
        assertThat(draft.get("lines")).hasSize(1);
        assertThat(draft.get("lines").get(0).get("articleCode").asText()).isEqualTo("MAINT-01");
        assertThat(draft.get("lines").get(0).get("description").asText())
                .isEqualTo("Forfait LAA10 - Août 2025\nSupervision des serveurs\nSauvegardes de août 2025");
    }

    @Test
    void aContractWithoutThemIsInvoicedAsBefore() {
        String id = write("LAA10", "");
        get("/contracts/" + id)
                .body("articleCode", nullValue())
                .body("subject", nullValue())
                .body("scope", empty());

        run("2025-08-01", "2025-08-31");

        assertThat(onlyDraft().get("subject").asText()).isEqualTo("Forfait LAA10 - Août 2025");
        assertThat(onlyDraft().get("lines").get(0).get("description").asText()).isEqualTo("Forfait LAA10 - Août 2025");
    }

    @Test
    void aChangeThatDoesNotNameThemKeepsThem() {
        String id = write("LAA10", WORDS);

        change(id, "").body("articleCode", equalTo("MAINT-01"));
        get("/contracts/" + id)
                .body("subject", equalTo("Forfait maintenance {month}"))
                .body("scope", contains("Supervision des serveurs", "Sauvegardes de {month}"));

        change(id, ",\"scope\":[],\"subject\":\" \"")
                .body("scope", empty())
                .body("subject", nullValue())
                .body("articleCode", equalTo("MAINT-01"));
    }

    @Test
    void changedWordsDoNotTouchWhatMayHaveBeenSent() {
        String id = write("LAA10", WORDS);
        InvoiceServiceStub.losesItsAnswers(true);
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(503);
        InvoiceServiceStub.losesItsAnswers(false);
        change(id, ",\"subject\":\"Autre objet\",\"articleCode\":\"AUTRE\",\"scope\":[\"Autre\"]");

        run("2025-08-01", "2025-09-30")
                .body("failed", empty())
                .body("existing", equalTo(1))
                .body("created", equalTo(1));
        run("2025-08-01", "2025-09-30").body("existing", equalTo(2)).body("created", equalTo(0));

        assertThat(InvoiceServiceStub.lastAskedFor("2025-08-01").get("subject").asText())
                .isEqualTo("Forfait maintenance août 2025");
        assertThat(InvoiceServiceStub.lastAskedFor("2025-09-01").get("subject").asText())
                .isEqualTo("Autre objet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"articleCode\":\"12345678901234567890123456789012345678901\"",
                "\"subject\":\"deux\\nlignes\"",
                "\"scope\":[\"deux\\nlignes\"]",
                "\"scope\":[null]",
                "\"scope\":[\"nul \\u0000\"]"
            })
    void whatFitsNoInvoiceIsA400(String words) {
        refused(words);
    }

    @Test
    void whatIsTooLongForALineIsA400ThatNamesTheField() {
        String line = "\"" + "x".repeat(290) + "\"";
        refused("\"scope\":[" + String.join(",", java.util.Collections.nCopies(7, line)) + "]")
                .body("detail", containsString("scope"));
        refused("\"subject\":\"" + "{month}".repeat(40) + "\"").body("detail", containsString("subject"));
    }

    @Test
    void anUndecidedVatRegimeFailsItsOccurrenceAloneUntilItIsDecided() {
        String undecided = write("LAA10", "");
        write("PETRAS10", "");
        InvoiceServiceStub.doesNotKnowTheVatOf("LAA10");

        for (int n = 0; n < 2; n++) {
            run("2025-08-01", "2025-08-31")
                    .body("status", equalTo("INCOMPLETE"))
                    .body("failed.contractId", contains(undecided))
                    .body("failed[0].reason", containsString("TVA"));
        }
        get("/contracts/" + undecided).body("problems[0].reason", containsString("TVA"));
        get("/anomalies?asOf=2025-08-01").body("items[0].explanation", containsString("TVA"));
        assertThat(InvoiceServiceStub.made()).hasSize(1);

        InvoiceServiceStub.refuses(null);
        run("2025-08-01", "2025-08-31").body("status", equalTo("DONE")).body("created", equalTo(1));
        get("/contracts/" + undecided).body("problems", empty());
    }

    private static JsonNode onlyDraft() {
        assertThat(InvoiceServiceStub.madeInOrder()).hasSize(1);
        return InvoiceServiceStub.madeInOrder().get(0);
    }

    private static io.restassured.response.ValidatableResponse change(String id, String words) {
        return Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"LAA10\",\"label\":\"Forfait LAA10\",\"netAmount\":300,\"periodicity\":\"MONTHLY\"%s}"
                                .formatted(words))
                .put("/api/v1/contracts/" + id)
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse refused(String words) {
        return Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"LAA10\",\"label\":\"Forfait\",\"netAmount\":300,\"periodicity\":\"MONTHLY\",%s}"
                                .formatted(words))
                .post("/api/v1/contracts")
                .then()
                .statusCode(400);
    }
}
