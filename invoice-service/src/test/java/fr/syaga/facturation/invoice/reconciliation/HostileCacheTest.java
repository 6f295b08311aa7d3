package fr.syaga.facturation.invoice.reconciliation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** SQLite files that nobody should trust, each made for the test. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HostileCacheTest {

    @TempDir
    Path folder;

    @Test
    void wordsAndLinesAreAttachedToTheRightDocumentAndFound() throws SQLException {
        Ledger.imports(Ledger.row("F 20160301", "CACHE1 - LES ÉTABLIS", "03/03/2016", "300", "360"));
        Path file = cache("""
                create table factures (id integer primary key, numero_facture text, date_facture text, client_nom text, total_ht real, objet text);
                create table lignes_factures (id integer primary key, facture_id integer, designation text, quantite real, prix_unitaire real, montant_ht real, ordre_ligne integer);
                insert into factures values (7, 'F 20160301', '2016-03-03', 'Les Etablis', 300, 'Dépannage onduleur - 3.0 heures - March 2016');
                insert into lignes_factures values (1, 7, 'seconde', 1, 100, 100, 2), (2, 7, 'première', 2, 100, 200, 1), (3, 8, 'd''un autre', 1, 1, 1, 1);
                """);

        sent(file).statusCode(200).body("imported", equalTo(1)).body("lines", equalTo(2));

        String id = Caller.READER
                .calls()
                .get("/api/v1/invoices?q=onduleurs depann")
                .then()
                .body("items", hasSize(1))
                .body("items[0].number", equalTo("F20160301"))
                .body("items[0].lines", hasSize(0))
                .extract()
                .path("items[0].id");
        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id + "/annotation")
                .then()
                .statusCode(200)
                .body("designation", equalTo("Dépannage onduleur - Mars 2016 (3.0h)"))
                .body("rawDesignation", equalTo("Dépannage onduleur - 3.0 heures - March 2016"))
                .body("lines.designation", equalTo(java.util.List.of("première", "seconde")));
        Caller.READER.calls().get("/api/v1/services").then().body("items.name.flatten()", hasDepannage());
    }

    private static org.hamcrest.Matcher<Iterable<? super String>> hasDepannage() {
        return org.hamcrest.Matchers.hasItem("Dépannage onduleur");
    }

    @Test
    void aRowThatNoDocumentCanHoldIsReportedWhileGoodRowsAreKept() throws SQLException {
        Path file = cache("""
                create table factures (numero_facture text, total_ht text, objet text, client_nom text);
                insert into factures values ('F20160401', '1e300', 'x', null), ('F20160402', 'beaucoup', 'x', null),
                    ('F20160403', '12,5', 'x' || char(0) || 'y', null), (null, 1, 'x', null), ('F20160403', 1, 'x', null),
                    ('F20160404', 1, printf('%.*c', 30000, 'x'), null), ('F20160405', '1e999999999', 'x', null);
                """);

        sent(file)
                .statusCode(200)
                .body("rows", equalTo(7))
                .body("imported", equalTo(3))
                .body("rejected.line", equalTo(java.util.List.of(1, 4, 5, 6)))
                .body("rejected[0].reason", containsString("more than a document can hold"))
                .body("rejected[2].reason", containsString("twice"));
    }

    @Test
    void otherTablesViewsAndDamageAreRefusedWithASentence() throws SQLException, IOException {
        sent(cache("create table clients (id integer)"))
                .statusCode(422)
                .body("detail", containsString("no table factures"));
        sent(cache("create table factures (id integer)")).statusCode(422);
        sent(cache("""
                create view factures as with recursive n(numero_facture) as (select 1 union all select numero_facture + 1 from n)
                select numero_facture from n""")).statusCode(422).body("type", equalTo("urn:facturation:problem:not-a-cache"));
        byte[] whole = Files.readAllBytes(Ledger.DEMO.resolve("factures_cache.db"));
        Path half = folder.resolve("half.db");
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        sent(half).statusCode(422).body("type", equalTo("urn:facturation:problem:damaged-cache"));
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
