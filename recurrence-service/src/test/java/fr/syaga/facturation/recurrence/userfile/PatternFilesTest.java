package fr.syaga.facturation.recurrence.userfile;

import java.nio.file.Files;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.recurrence.detection.MonthHistory;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptAll;
import static fr.syaga.facturation.recurrence.RecurrenceApi.analyse;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** The two pattern files of the user, written under the user's keys and read as decisions. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class PatternFilesTest {

    private static final String RECURRENCE = "patterns_recurrence.json";
    private static final String REAL = "patterns_reels_definitifs.json";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void theMonthAsItIs() throws Exception {
        RecurrenceApi.startsEmpty(database);
        InvoiceServiceStub.servesTheMonth();
    }

    @Test
    void theFilesUseTheKeysAndTypesOfTheUser() throws Exception {
        analyse();
        acceptAll();
        Caller.OPERATOR
                .calls()
                .body(Files.readString(MonthHistory.FOLDER.resolve("config_recurrent_definitif.json")))
                .put("/api/v1/contracts/config")
                .then()
                .statusCode(200);

        get("/patterns/" + RECURRENCE)
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "ZLA",
                                "ZALMIRAC",
                                "ZIGOURNEL",
                                "ZED",
                                "ZAGAYENNE",
                                "ZUMBRAQUE",
                                "ZENGIL",
                                "ZORNIBELLE",
                                "GROUPEMENT ZOSTERE MARITIME"))
                .body("ZORNIBELLE.type_recurrence", equalTo("TRIMESTRIELLE"))
                .body("ZORNIBELLE.frequence_annuelle", equalTo(4))
                .body("ZLA.type_recurrence", equalTo("MENSUELLE"))
                .body("ZED.montant_recurrent", equalTo(475.0f))
                .body("ZED.derniere_facture.montant", equalTo(475.0f))
                .body("ZED.ca_annuel_estime", equalTo(5700.0f));
        get("/patterns/" + REAL)
                .body("ZLA.forfait_mensuel", equalTo(1125.0f))
                .body("ZENGIL.jour_facturation", equalTo(5))
                .body("ZORNIBELLE", not(hasKey("forfait_mensuel")))
                .body("ZORNIBELLE.forfait_trimestriel", equalTo(673.4f));
    }

    @Test
    void aFileIsReadAsDecisionsAndNothingIsInventedOfIt() {
        analyse();

        read(REAL, """
                {"ZLA":{"forfait_mensuel":1125.0,"description":"Forfait","jour_facturation":1},
                 "ZED":{"forfait_mensuel":400,"description":"Forfait","jour_facturation":1},
                 "ZUMBRAQUE":{"forfait_mensuel":250,"description":"Forfait","jour_facturation":1},
                 "ZORNIBELLE":{"forfait_mensuel":673.4,"description":"Forfait","jour_facturation":1},
                 "ZAGAYENNE":{"forfait_mensuel":400.0,"decision":"REJECTED"},
                 "ZEXPLORE":{"forfait_mensuel":400.0,"description":"Forfait","jour_facturation":1}}""")
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1))
                .body(
                        "items.result",
                        contains("ACCEPTED", "ACCEPTED", "PRICE_DIFFERS", "UNMATCHED", "REJECTED", "UNMATCHED"))
                .body("items[2].reason", containsString("Le fichier dit 250,00 €, l'historique 200,00 €"))
                .body("items[3].reason", containsString("pas de forfait mensuel"))
                .body("unmatched.key", contains("ZORNIBELLE", "ZEXPLORE"))
                .body("priceDiffers.key", contains("ZED"))
                .body("priceDiffers.billed", contains(475.0f));

        get("/contracts")
                .body("items.customerCode", contains("ZED01", "ZLA01"))
                .body("items.netAmount", contains(475.0f, 1125.0f));
        acceptAll().body("accepted", equalTo(6));
    }

    @Test
    void aFileReadAgainChangesNothing() {
        analyse();
        String file = """
                {"ZORNIBELLE":{"type_recurrence":"TRIMESTRIELLE","frequence_annuelle":4,"montant_recurrent":673.4,
                   "derniere_facture":{"date":"2025-07-01","montant":673.4},"regularite":0.9},
                 "ZIFFARDEAU":{"type_recurrence":"MENSUELLE","montant_recurrent":330},
                 "ZLA":{"type_recurrence":"IRREGULIERE","montant_recurrent":330}}""";
        read(RECURRENCE, file).body("items.result", contains("ACCEPTED", "UNMATCHED", "UNMATCHED"));

        read(RECURRENCE, file)
                .body("accepted", equalTo(0))
                .body("items.result", contains("UNCHANGED", "UNMATCHED", "UNMATCHED"));

        get("/contracts").body("items", hasSize(1));
    }

    @Test
    void aFileThatIsWrittenBackAsItWasDownloadedDecidesNothing() {
        analyse();
        String pattern = get("/patterns?status=ACTIVE").extract().path("items.find { it.customerCode == 'ZLA01' }.id");
        post("/patterns/" + pattern + "/accept", "");

        for (String name : new String[] {RECURRENCE, REAL}) {
            read(name, get("/patterns/" + name).extract().asString())
                    .body("items.result", everyItem(equalTo("UNCHANGED")))
                    .body("unmatched", empty());
        }

        get("/contracts").body("items", hasSize(1));
    }

    @Test
    void whatAPersonRejectedStaysRejectedUntilAPersonSaysOtherwise() {
        analyse();
        String pattern = get("/patterns?status=ACTIVE").extract().path("items.find { it.customerCode == 'ZLA01' }.id");
        post("/patterns/" + pattern + "/reject", "");

        read(REAL, "{\"ZLA\":{\"forfait_mensuel\":1125.0}}")
                .body("items.result", contains("WAITING"))
                .body("items[0].reason", containsString("/accept"));
    }

    @Test
    void aFileBeforeAnyAnalysisDecidesNothing() {
        read(REAL, "{\"ZLA\":{\"forfait_mensuel\":1125.0}}").body("items.result", contains("UNMATCHED"));
        get("/contracts").body("items", empty());
    }

    @Test
    void aFileThatCannotBeReadIsA400() {
        for (String body : new String[] {
            "{}",
            "[]",
            "{\"ZLA\":null}",
            "{\"ZLA\":3}",
            "{\"ZLA\":{\"decision\":\"PEUT-ETRE\"}}",
            "{\"ZLA\":{\"montant_recurrent\":\"beaucoup\"}}"
        }) {
            Caller.OPERATOR
                    .calls()
                    .body(body)
                    .put("/api/v1/patterns/" + REAL)
                    .then()
                    .statusCode(400);
        }
        Caller.READER.calls().body("{}").put("/api/v1/patterns/" + REAL).then().statusCode(403);
    }

    private static ValidatableResponse read(String name, String file) {
        return Caller.OPERATOR
                .calls()
                .body(file)
                .put("/api/v1/patterns/" + name)
                .then()
                .statusCode(200);
    }
}
