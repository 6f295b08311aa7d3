package fr.syaga.facturation.invoice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import fr.syaga.facturation.testing.Caller;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

/** What the tests say to the ledger over HTTP, in its own words. */
public final class Ledger {

    public static final Path DEMO = Path.of("..", "deploy", "demo");

    private static final String HEADINGS =
            "Numéro;Client;Date;Total HT;Total TTC;Acompte TTC;TTC origine;Mt acompte;MT Réglé;MT Perte;Reste dû;Comptabilisée;Acompte HT;TVA / Acompte";

    private Ledger() {}

    /** A customer that is there, however often it is asked for. */
    public static void customer(String code) {
        Caller.OPERATOR
                .calls()
                .body(Map.of("code", code, "name", code + " SARL"))
                .post("/api/v1/customers")
                .then()
                .statusCode(anyOf(is(201), is(409)));
    }

    /** A one-line draft as text, ready for more fields. */
    public static String draft(String customer, String reference, String price) {
        return """
               {"customerCode":"%s","reference":%s,"issuedOn":"2025-07-31","subject":"Assistance",
                "lines":[{"description":"Assistance réseau","quantity":1,"unitPrice":%s,"vatRate":20}]}""".formatted(customer, reference == null ? "null" : '"' + reference + '"', price);
    }

    public static JsonPath written(String draft) {
        return Caller.OPERATOR
                .calls()
                .body(draft)
                .post("/api/v1/invoices")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** An issued document of one line, under a number that Oxygène gave. */
    public static String issued(String customer, String reference, String price, String number) {
        customer(customer);
        String id = written(draft(customer, reference, price)).getString("id");
        does(id, "approve").statusCode(200);
        does(id, "number", "{\"number\":\"%s\"}".formatted(number)).statusCode(200);
        return id;
    }

    public static ValidatableResponse reads(String path) {
        return Caller.READER.calls().get("/api/v1/" + path).then();
    }

    /** What the journal says happened to a document. */
    public static List<String> deeds(String id) {
        return reads("journal?limit=1000&invoiceId=" + id)
                .statusCode(200)
                .extract()
                .path("items.deed");
    }

    public static ValidatableResponse does(String id, String deed) {
        return does(id, deed, "{}");
    }

    public static ValidatableResponse does(String id, String deed, String body) {
        return Caller.OPERATOR
                .calls()
                .body(body)
                .post("/api/v1/invoices/" + id + "/" + deed)
                .then();
    }

    public static ValidatableResponse imports(String... rows) {
        return imports((HEADINGS + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public static ValidatableResponse imports(byte[] file) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", "Factures clients.csv", file)
                .post("/api/v1/imports/history")
                .then();
    }

    /** A row of the list, paid in full. */
    public static String row(String number, String customer, String date, String net, String gross) {
        return "%s;%s;%s;%s;%s;0;;0;%s;0;0;Non;0;0".formatted(number, customer, date, net, gross, gross);
    }
}
