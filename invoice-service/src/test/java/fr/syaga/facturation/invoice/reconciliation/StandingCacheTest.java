package fr.syaga.facturation.invoice.reconciliation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** One cache stands: the last. Small ones, each made for the test, on a database of their own. */
@QuarkusTest
@TestProfile(StandingCacheTest.OwnDatabase.class)
class StandingCacheTest {

    /** A profile of its own is a PostgreSQL of its own. */
    @QuarkusTestResource(RealPostgres.class)
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "2025-08-02");
        }
    }

    @TempDir
    Path folder;

    @Test
    void linesAreHeldAgainstTheListAndThoseOfNobodyAreCounted() throws SQLException {
        Ledger.imports(
                Ledger.row("F 20160501", "LINE1 - LE PONT", "03/05/2016", "300", "360"),
                Ledger.row("F 20160502", "LINE1 - LE PONT", "04/05/2016", "200", "240"),
                Ledger.row("F 20160503", "LINE1 - LE PONT", "05/05/2016", "100", "120"),
                Ledger.row("F 20160504", "LINE1 - LE PONT", "06/05/2016", "50", "60"));

        sent(cache("""
                create table factures (id integer primary key, numero_facture text, date_facture text, client_code text, total_ht real);
                create table lignes_factures (id integer primary key, facture_id, designation text, quantite real, prix_unitaire real, montant_ht real);
                insert into factures values (1, 'F20160501', '2016-05-03', 'LINE1', 250), (2, 'F20160502', '2016-05-04', 'LINE1', 200),
                    (3, 'F20160503', '2016-05-05', 'LINE1', 100), (4, 'F20160504', '2016-05-06', 'LINE1', 50), (5, 'F20160599', '2016-05-06', 'LINE1', 1);
                insert into lignes_factures values (1, 1, 'juste', 1, 300, 300), (2, 2, 'faux', 1, 190, 190), (3, 3, 'sans montant', 2, 50, null),
                    (4, 5, 'de la seule cache', 1, 7, 7), (5, 99, 'orpheline', 1, 1, 1), (6, null, 'orpheline', 1, 1, 1), (7, 'x', 'orpheline', 1, 1, 1)
                """)).statusCode(200).body("orphanLines", equalTo(3)).body("lines", equalTo(4));

        Caller.READER
                .calls()
                .get("/api/v1/reconciliation")
                .then()
                .body("amountMismatches", equalTo(1))
                .body("lineMismatches", equalTo(1))
                .body("orphanLines", equalTo(3))
                .body("differences.find { it.kind == 'LINES_NET_AMOUNT' }.number", equalTo("F20160502"))
                .body("differences.find { it.kind == 'LINES_NET_AMOUNT' }.listed", equalTo("200.00"))
                .body("differences.find { it.kind == 'LINES_NET_AMOUNT' }.cached", equalTo("190.00"));
        Caller.READER
                .calls()
                .get("/api/v1/reconciliation.csv")
                .then()
                .body(containsString("LINES_NET_AMOUNT;F20160502;200,00;190,00"));
    }

    @Test
    void whatTheNewerCacheDoesNotHoldIsGone() throws SQLException {
        Ledger.imports(Ledger.row("F 20160601", "GONE1 - LE GUÉ", "03/06/2016", "300", "360"));
        String id = Caller.READER.calls().get("/api/v1/invoices?customer=GONE1").path("items[0].id");
        Path older = cache("""
                create table factures (id integer primary key, numero_facture text, date_envoi_reel text, destinataire_reel text, objet text);
                insert into factures values (1, 'F20160601', '2016-06-05', 'compta@gue.example.fr', 'Curage')
                """);
        sent(older).statusCode(200);
        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id)
                .then()
                .body("sentAt", startsWith("2016-06-05"))
                .body("sentTo", equalTo(List.of("compta@gue.example.fr")));
        Caller.READER.calls().get("/api/v1/invoices?sent=true").then().body("items.id", hasItem(id));

        sent(cache("""
                create table factures (numero_facture text);
                insert into factures values ('F20160699')
                """)).statusCode(200).body("removed", equalTo(1)).body("imported", equalTo(1));

        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id + "/annotation")
                .then()
                .statusCode(404);
        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id)
                .then()
                .body("sentAt", nullValue())
                .body("sentTo", empty());
        Caller.READER.calls().get("/api/v1/invoices?sent=true").then().body("items.id", not(hasItem(id)));
        Caller.READER.calls().get("/api/v1/invoices?sent=false").then().body("items.id", hasItem(id));
        sent(older).body("removed", equalTo(1)).body("imported", equalTo(1));
        sent(older).body("removed", equalTo(0)).body("unchanged", equalTo(1));
    }

    @Test
    void ourOwnWordOnASendingWinsAndDraftsAreNotSent() throws SQLException {
        Ledger.customer("SENT1");
        String id = Ledger.written(Ledger.draft("SENT1", "sent-1", "100")).getString("id");
        Caller.READER
                .calls()
                .get("/api/v1/invoices?sent=false&customer=SENT1")
                .then()
                .body("items.id", hasItem(id));
        Ledger.does(id, "approve").statusCode(200);
        Ledger.does(id, "number", "{\"number\":\"F20250795\"}").statusCode(200);
        sent(cache("""
                create table factures (numero_facture text, date_envoi_reel text);
                insert into factures values ('F20250795', '2025-08-01')
                """)).statusCode(200);
        Caller.READER.calls().get("/api/v1/invoices/" + id).then().body("sentAt", startsWith("2025-08-01"));

        Ledger.does(id, "sent", "{\"sentAt\":\"2025-08-02T08:00:00Z\"}")
                .statusCode(200)
                .body("sentAt", startsWith("2025-08-02"));

        Caller.READER
                .calls()
                .get("/api/v1/invoices?sent=true&customer=SENT1")
                .then()
                .body("items.id", hasItem(id));
        Caller.READER.calls().get("/api/v1/invoices?sent=oui").then().statusCode(400);
    }

    @Test
    void plainTermsAreSuggestedUntilAPersonAgreedSome() throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            Ledger.imports(
                    Ledger.row("F 2016070" + i, "TERM1 - COMPTANT", "0" + i + "/07/2016", "10", "12"),
                    Ledger.row("F 2016071" + i, "TERM2 - DIVERS", "0" + i + "/07/2016", "10", "12"));
            rows.append("insert into factures values ('F2016070%d', '2016-07-0%d'), ('F2016071%d', '2016-07-2%d');\n"
                    .formatted(i, i, i, i * 2));
        }
        sent(cache("create table factures (numero_facture text, date_echeance text);\n" + rows))
                .statusCode(200);

        customer("TERM1").body("paymentTermsHint.days", equalTo(0)).body("paymentTermsHint.documents", equalTo(3));
        customer("TERM1").body("paymentTerms.days", equalTo(30));
        customer("TERM2").body("paymentTermsHint", nullValue());
        Caller.READER
                .calls()
                .get("/api/v1/customers?limit=1000")
                .then()
                .body("items.find { it.code == 'TERM1' }.paymentTermsHint.days", equalTo(0));
        Ledger.written(Ledger.draft("TERM1", "term-1", "10"));
        Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=TERM1&status=DRAFT")
                .then()
                .body("items[0].dueOn", equalTo("2025-08-30"));

        Caller.OPERATOR
                .calls()
                .body("{\"name\":\"COMPTANT\",\"paymentTerms\":{\"days\":45}}")
                .put("/api/v1/customers/TERM1")
                .then()
                .statusCode(200)
                .body("paymentTermsHint", nullValue());
    }

    private static ValidatableResponse customer(String code) {
        return Caller.READER.calls().get("/api/v1/customers/" + code).then().statusCode(200);
    }

    private Path cache(String script) throws SQLException {
        Path file = folder.resolve("cache" + System.nanoTime() + ".db");
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = sqlite.createStatement()) {
            for (String each : script.split(";\\s*\\R")) {
                statement.executeUpdate(each);
            }
        }
        return file;
    }

    private static ValidatableResponse sent(Path file) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", file.toFile())
                .post("/api/v1/imports/invoice-cache")
                .then();
    }
}
