package fr.syaga.facturation.invoice.history;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HistoryImportTest {

    @Test
    void aBadRowIsReportedWithItsLineWhileGoodRowsAreKept() {
        Ledger.imports(
                        Ledger.row("F 20120101", "ROW1 - ATELIER DU ROC", "03/01/2012", "100", "119,6"),
                        Ledger.row("F 20120102", "ROW1 - ATELIER DU ROC", "31/02/2012", "100", "119,6"),
                        Ledger.row("sans numéro", "ROW1 - ATELIER DU ROC", "03/01/2012", "100", "119,6"),
                        Ledger.row("F 20120103", "ROW1 - ATELIER DU ROC", "03/01/0000", "100", "119,6"),
                        Ledger.row("F 20120104", "ROW1 - ATELIER DU ROC", "03/01/2012", "=1+1", "119,6"),
                        Ledger.row("F 20120105", "ROW1 - ATELIER DU ROC", "03/01/2012", "99999999999", "119,6"))
                .statusCode(200)
                .body("rows", equalTo(6))
                .body("imported", equalTo(1))
                .body("rejected.line", equalTo(java.util.List.of(3, 4, 5, 6, 7)))
                .body("rejected[0].reason", containsString("31/02/2012"))
                .body("totalNet", equalTo(100.00f));
    }

    @Test
    void anotherNetAmountUnderAKnownNumberIsRefusedAndNeverOverwritten() {
        Ledger.imports(Ledger.row("F 20120201", "ROW2 - ATELIER DU PIC", "03/02/2012", "100", "119,6"));

        Ledger.imports(Ledger.row("F 20120201", "ROW2 - ATELIER DU PIC", "03/02/2012", "200", "239,2"))
                .statusCode(200)
                .body("rejected[0].reason", containsString("the net amount is 100.00 there and 200.00 in this row"));

        Caller.READER.calls().get("/api/v1/invoices?customer=ROW2").then().body("items[0].netAmount", equalTo(100.00f));
    }

    @Test
    void aChangedPaymentIsUpdatedAndJournalled() {
        Ledger.imports("F 20120301;ROW3 - ATELIER DU CAP;03/03/2012;100;119,6;0;;0;0;0;119,6;Non;0;0");

        Ledger.imports(Ledger.row("F 20120301", "ROW3 - ATELIER DU CAP", "03/03/2012", "100", "119,6"))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));

        String id = Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=ROW3")
                .jsonPath()
                .getString("items[0].id");
        Caller.READER
                .calls()
                .get("/api/v1/journal?invoiceId=" + id)
                .then()
                .body("items.deed", equalTo(java.util.List.of("IMPORTED", "PAYMENT_LISTED")))
                .body("items[1].facts.paid", equalTo(119.60f));
    }

    @ParameterizedTest
    @CsvSource({
        "'Numéro;Client;Date;Total HT;Total TTC', 'F 20121041;ROW8 - ATELIER DU GUE;03/04/2012;100;119,6'",
        "'Numéro;Client;Date;Total HT;Total TTC;MT Réglé;Reste dû', 'F 20121041;ROW8 - ATELIER DU GUE;03/04/2012;100;119,6;;'"
    })
    void aListThatTellsNoPaymentsTakesNoneBack(String headings, String row) {
        Ledger.imports(Ledger.row("F 20121041", "ROW8 - ATELIER DU GUE", "03/04/2012", "100", "119,6"));

        Ledger.imports((headings + "\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8))
                .body("unchanged", equalTo(1))
                .body("updated", equalTo(0));

        Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=ROW8")
                .then()
                .body("items[0].paidAmount", equalTo(119.60f));
    }

    @Test
    void aRowThatIsCutOffIsRejectedWhateverItsAmountLooksLike() {
        Ledger.imports(
                        Ledger.row("F 20121151", "ROW9 - ATELIER DU LAC", "03/05/2012", "100", "119,6"),
                        "F 20121152;ROW9 - ATELIER DU LAC;03/05/2012;1109,99;1327,5")
                .body("imported", equalTo(1))
                .body("rejected.line", equalTo(java.util.List.of(3)))
                .body("rejected[0].reason", containsString("cut off"));
    }

    @Test
    void severalSpellingsOfACodeAreOneCustomerAndEachInvoiceKeepsItsOwn() {
        Ledger.imports(
                Ledger.row("F 20120401", "Row4 - L.A.C.", "03/04/2012", "1", "1,2"),
                Ledger.row("F 20120402", "ROW4 - LES ATELIERS - CAP", "04/04/2012", "0", "0"));

        Caller.READER
                .calls()
                .get("/api/v1/customers/row4")
                .then()
                .body("name", equalTo("LES ATELIERS - CAP"))
                .body("aliases", hasItem("L.A.C."));
        Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=ROW4")
                .then()
                .body("items.customerName", equalTo(java.util.List.of("L.A.C.", "LES ATELIERS - CAP")))
                .body("items.customerCode", equalTo(java.util.List.of("Row4", "Row4")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 20120501", "ISO-8859-1, 20120502", "UTF-8-BOM, 20120503"})
    void theEncodingIsFound(String encoding, String counter) {
        String text = "Numéro;Client;Date;Total HT;Total TTC\n"
                + "F %s;ROW5 - CAFÉ DÉPÔT;03/05/2012;10,5;12,6\n".formatted(counter);
        byte[] file = encoding.equals("ISO-8859-1")
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : (encoding.endsWith("BOM") ? "\uFEFF" + text : text).getBytes(StandardCharsets.UTF_8);

        Ledger.imports(file).statusCode(200).body("imported", equalTo(1));

        Caller.READER
                .calls()
                .get("/api/v1/customers/ROW5")
                .then()
                .body("name", equalTo("CAFÉ DÉPÔT"))
                .body("aliases", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "'a;b;c\n1;2;3', not-the-list",
        "'<?xml version=\"1.0\"?><liste/>', not-the-list",
        "'', empty-file",
        "'Numéro;Client;Date;Total HT;Total TTC\n\"never closed', not-the-list"
    })
    void aFileThatIsNotTheListIsRefusedWhole(String content, String code) {
        Ledger.imports((content + (content.contains("never") ? "x".repeat(200_000) : ""))
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", equalTo("urn:facturation:problem:" + code));
    }

    @Test
    void aBinaryFileIsRefusedWhole() {
        Ledger.imports(new byte[] {'P', 'K', 3, 4, 0, 0, 0}).statusCode(422).body("detail", containsString("no text"));
        Caller.OPERATOR
                .uploads()
                .multiPart("other", "x")
                .post("/api/v1/imports/history")
                .then()
                .statusCode(400);
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "cache.db", "not a database".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/invoice-cache")
                .then()
                .statusCode(422)
                .body("detail", equalTo("The file is no SQLite database."));
    }

    @Test
    void theNumberThatOxygeneGaveIsLearntFromItsList() {
        Ledger.customer("LEARN1");
        String id = Ledger.written(Ledger.draft("LEARN1", "learn-1", "150.00")).getString("id");
        Ledger.does(id, "approve").statusCode(200).body("number", equalTo(null));

        Ledger.imports(Ledger.row("F 20250790", "LEARN1 - LEARN1 SARL", "31/07/2025", "150", "180"))
                .body("numbersLearnt", equalTo(1))
                .body("imported", equalTo(0));

        Caller.READER
                .calls()
                .get("/api/v1/invoices/" + id)
                .then()
                .body("status", equalTo("ISSUED"))
                .body("number", equalTo("F20250790"))
                .body("paidAmount", equalTo(180.00f));
        Ledger.imports(Ledger.row("F 20250790", "LEARN1 - LEARN1 SARL", "31/07/2025", "150", "180"))
                .body("unchanged", equalTo(1));
    }

    @Test
    void anAmbiguousMatchWaitsForAPerson() {
        Ledger.customer("LEARN2");
        String first = Ledger.written(Ledger.draft("LEARN2", "twin-1", "75.00")).getString("id");
        String second =
                Ledger.written(Ledger.draft("LEARN2", "twin-2", "75.00")).getString("id");
        Ledger.does(first, "approve");
        Ledger.does(second, "approve");

        Ledger.imports(
                        Ledger.row("F 20250791", "LEARN2 - LEARN2 SARL", "31/07/2025", "75", "90"),
                        Ledger.row("F 20250792", "LEARN2 - LEARN2 SARL", "31/07/2025", "75", "90"))
                .body("ambiguous", equalTo(2));
        Caller.READER
                .calls()
                .get("/api/v1/matches")
                .then()
                .body("items.find { it.number == 'F20250792' }.candidates", hasSize(2));

        Ledger.does(second, "number", "{\"number\":\"F 20250791\"}")
                .statusCode(200)
                .body("status", equalTo("ISSUED"));
        Ledger.does(first, "number", "{\"number\":\"F20250791\"}").statusCode(409);
        Ledger.does(first, "number", "{\"number\":\"A20250792\"}").statusCode(409);
        Ledger.imports(Ledger.row("F 20250792", "LEARN2 - LEARN2 SARL", "31/07/2025", "75", "90"))
                .body("numbersLearnt", equalTo(1));
        Caller.READER.calls().get("/api/v1/invoices/" + first).then().body("number", equalTo("F20250792"));
    }

    @Test
    void anImportIsTakenBackAsLongAsNothingWasBuiltOnIt() {
        String undone = Ledger.imports(Ledger.row("F 20120901", "UNDO - MAISON DU FIL", "03/09/2012", "100", "119,6"))
                .extract()
                .path("id");
        Caller.OPERATOR
                .calls()
                .post("/api/v1/imports/" + undone + "/undo")
                .then()
                .statusCode(403);
        Caller.ADMIN.calls().post("/api/v1/imports/" + undone + "/undo").then().statusCode(200);
        Caller.ADMIN.calls().post("/api/v1/imports/" + undone + "/undo").then().statusCode(200);
        Caller.READER.calls().get("/api/v1/invoices?customer=UNDO").then().body("items", hasSize(0));
        Caller.READER.calls().get("/api/v1/journal/verify").then().body("intact", equalTo(true));

        String kept = Ledger.imports(Ledger.row("F 20120901", "UNDO - MAISON DU FIL", "03/09/2012", "100", "119,6"))
                .body("imported", equalTo(1))
                .extract()
                .path("id");
        String id = Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=UNDO")
                .jsonPath()
                .getString("items[0].id");
        Ledger.does(id, "credit-note").statusCode(201);
        Caller.ADMIN
                .calls()
                .post("/api/v1/imports/" + kept + "/undo")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:import-built-on"));
    }
}
