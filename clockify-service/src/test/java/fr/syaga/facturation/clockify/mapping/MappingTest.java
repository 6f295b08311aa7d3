package fr.syaga.facturation.clockify.mapping;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A person's decisions about whose time it is. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class MappingTest {

    private static final String ROWS = """
            Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time
            Refonte,,Réunion Tanis,Zoé,zoe@example.fr,2025-06-03,09:00:00,2025-06-03,10:00:00
            Refonte,,Maquettes,Zoé,zoe@example.fr,2025-06-04,09:00:00,2025-06-04,10:00:00
            Refonte,Inconnu,Devis,Zoé,zoe@example.fr,2025-06-05,09:00:00,2025-06-05,10:00:00
            Syaga - Outils,,Sauvegarde Tanis,Zoé,zoe@example.fr,2025-06-06,09:00:00,2025-06-06,10:00:00
            SYAGATECH - Réseau,,Câblage,Zoé,zoe@example.fr,2025-06-07,09:00:00,2025-06-07,10:00:00
            """;

    @Inject
    CleanDatabase database;

    @BeforeEach
    void someTimeOfJune() {
        database.clean();
        Outside.everythingIsUp();
        Outside.customersAre(
                "{\"items\":[{\"code\":\"QUO7\",\"name\":\"Quorra\"},{\"code\":\"TAN1\",\"name\":\"Tanis\"}],\"nextCursor\":null}");
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", ROWS.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("imported", equalTo(5));
    }

    @Test
    void theListThatWasReadCanBeFilledInAndWrittenBack() {
        String read = Caller.READER.calls().get("/api/v1/customer-mappings").asString();

        Caller.OPERATOR
                .calls()
                .body(read)
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("Refonte"));
    }

    @Test
    void aDecisionHoldsForAllUnbilledTimeAtOnceAndIsTakenBack() {
        put("PROJECT", "Refonte", "QUO7").statusCode(200);
        customers("QUO7", "QUO7", "QUO7", null, null);

        put("WORDS", "tanis", "TAN1")
                .statusCode(200)
                .body("items.find { it.kind == 'WORDS' }.state", equalTo("CHOSEN"));
        customers("TAN1", "QUO7", "QUO7", null, null);

        put("WORDS", "Tanis", null).statusCode(200).body("items.kind", not(hasItem("WORDS")));
        put("WORDS", "Tanis", null).statusCode(200);
        put("PROJECT", "REFONTE", null)
                .statusCode(200)
                .body("items.find { it.name == 'Refonte' }.state", equalTo("WAITING"));
        customers(null, null, null, null, null);
    }

    @Test
    void theKindIsClientUnlessItIsSaid() {
        Caller.OPERATOR
                .calls()
                .body("{\"items\":[{\"clientName\":\"inconnu\",\"customerCode\":\"QUO7\"}]}")
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'CLIENT' }.clientName", equalTo("Inconnu"))
                .body("items.find { it.kind == 'CLIENT' }.name", equalTo("Inconnu"))
                .body("items.find { it.kind == 'CLIENT' }.state", equalTo("CHOSEN"))
                .body("items.findAll { it.kind != 'CLIENT' }.clientName", everyItem(nullValue()));
        customers(null, null, "QUO7", null, null);
    }

    @Test
    void whatIsOurOwnIsInterneWhateverItsWordsSay() {
        put("WORDS", "Tanis", "TAN1");

        Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-06-06&to=2025-06-07")
                .then()
                .body("items.category", contains("INTERNE", "FACTURABLE"))
                .body("items[0].customerCode", nullValue())
                .body("items[0].rule", equalTo("interne-societe"));
        list().body("items.find { it.name == 'Syaga - Outils' }.state", equalTo("INTERNAL"))
                .body("items.find { it.name == 'SYAGATECH - Réseau' }.state", equalTo("WAITING"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CLIENT,  Personne,              QUO7, no entry has a client",
                "CLIENT,  Refonte,               QUO7, no entry has a client",
                "PROJECT, Nulle part,            QUO7, no entry has a project",
                "PROJECT, Refonte,               NONE, is no customer",
                "PROJECT, Syaga - Outils,        QUO7, our own company",
                "WORDS,   Services informatiques, QUO7, stand in everybody's entries",
                "WORDS,   '!!',                  QUO7, stand in everybody's entries",
                "WORDS,   Syaga outils,          QUO7, our own company",
                "WORDS,   ' ',                   QUO7, is missing"
            })
    void aDecisionThatCannotHaveAnEffectIsRefused(String kind, String name, String code, String sentence) {
        put(kind, name, code).statusCode(400).body("detail", containsString(sentence));

        list().body("items.state", not(hasItem("CHOSEN"))).body("items", hasSize(4));
    }

    @Test
    void oneDecisionThatIsRefusedLeavesTheOthersOut() {
        Caller.OPERATOR
                .calls()
                .body("""
                        {"items":[{"kind":"PROJECT","name":"Refonte","customerCode":"QUO7"},
                                  {"kind":"PROJECT","name":"refonte","customerCode":"TAN1"}]}""")
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(400)
                .body("violations.field", contains("items[1].name"));
        customers(null, null, null, null, null);
    }

    @Test
    void aPersonsChoiceOfACategoryOutlivesAMapping() {
        String id = Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-06-04&to=2025-06-04")
                .then()
                .extract()
                .path("items[0].id");
        Caller.OPERATOR
                .calls()
                .body("{\"category\":\"INTERNE\"}")
                .put("/api/v1/time-entries/%s/category".formatted(id))
                .then()
                .statusCode(200);

        put("PROJECT", "Refonte", "QUO7");

        Caller.READER.calls().get("/api/v1/time-entries/" + id).then().body("category", equalTo("INTERNE"));
        Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-06")
                .then()
                .body("totalHours", equalTo(2.0f))
                .body("unmapped.projectName", contains("SYAGATECH - Réseau"))
                .body("adjustments", empty());
    }

    private static void customers(String... codes) {
        Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-06-01&to=2025-06-30")
                .then()
                .body("items.customerCode", contains(codes));
    }

    private static ValidatableResponse list() {
        return Caller.READER.calls().get("/api/v1/customer-mappings").then().statusCode(200);
    }

    private static ValidatableResponse put(String kind, String name, String code) {
        String customer = code == null ? "null" : "\"" + code + "\"";
        return Caller.OPERATOR
                .calls()
                .body("{\"items\":[{\"kind\":\"%s\",\"name\":\"%s\",\"customerCode\":%s}]}"
                        .formatted(kind, name, customer))
                .put("/api/v1/customer-mappings")
                .then();
    }
}
