package fr.syaga.facturation.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

/** What should never come but does: each a clear refusal or a rejected row, never an error inside and never half an import. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HostileInputTest {

    private static final String HEADINGS = "Numéro;Client;Date;Total HT;Total TTC\r\n";
    private static final String GOOD = "F 20110101;BOMB - LA BOMBE;03/01/2011;100;119,6\r\n";

    @TempDir
    Path folder;

    @Test
    void aRowOfAMillionColumnsIsRefusedWhole() {
        Ledger.imports((HEADINGS + GOOD + ";".repeat(1_000_000) + "\r\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", equalTo("urn:facturation:problem:not-the-list"));
        Ledger.imports(("a;".repeat(1_000_000) + "\r\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        nothingIsKeptOf("BOMB");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = folder.resolve("endless.csv");
        byte[] mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            out.write((HEADINGS + GOOD).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(mebibyte);
            }
        }

        Caller.OPERATOR
                .uploads()
                .multiPart("file", file.toFile())
                .post("/api/v1/imports/history")
                .then()
                .statusCode(422)
                .body("detail", containsString("has no end"));
        nothingIsKeptOf("BOMB");
    }

    @Test
    void aBodyOverTheLimitIsAnsweredByAProblemDocument() throws Exception {
        try (var socket = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            "POST /api/v1/imports/history HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n\r\n"
                                    .formatted(Caller.OPERATOR.token())
                                    .getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            org.assertj.core.api.Assertions.assertThat(answer.toString(StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("urn:facturation:problem:too-large");
        }
    }

    @Test
    void wrongEncodingsAndBytesAreRefusedOrRead() {
        Ledger.imports((HEADINGS + GOOD).getBytes(StandardCharsets.UTF_16LE)).statusCode(422);
        Ledger.imports((HEADINGS + GOOD.replace("LA BOMBE", "LA\0BOMBE")).getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("detail", containsString("NUL"));
        Ledger.imports("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        nothingIsKeptOf("BOMB");
    }

    @Test
    void cellsOfEveryOddKindAreRejectedRows() {
        Ledger.imports(
                        Ledger.row("F 20110201", "ODD - L'ÉTRANGE", "03/02/2011", "=1+1", "2"),
                        Ledger.row("F 20110202", "ODD - L'ÉTRANGE", "03/02/0000", "1", "1"),
                        Ledger.row("F 20110203", "ODD - L'ÉTRANGE", "03/02/9999", "1", "1"),
                        Ledger.row("F 20110204", "ODD - L'ÉTRANGE", "30/02/2011", "1", "1"),
                        Ledger.row("F 20110205", "ODD - L'ÉTRANGE", "03/02/2011", "10000000000", "1"),
                        Ledger.row("F 20110206", "ODD - L'ÉTRANGE", "03/02/2011", "1,234", "1"),
                        Ledger.row("F 20110207", "ODD - L'ÉTRANGE", "03/02/2011", "1e9", "1"),
                        Ledger.row("F 20110208", "", "03/02/2011", "1", "1"),
                        Ledger.row("F 20111308", "ODD - L'ÉTRANGE", "03/02/2011", "1", "1"),
                        Ledger.row("F 20110209", "ODD - " + "x".repeat(300), "03/02/2011", "1", "1"),
                        Ledger.row("F 20110211", "\"ODD\r\nX - Y\"", "03/02/2011", "1", "1"),
                        Ledger.row("F 20110210", "ODD - =HYPERLINK(\"\")", "03/02/2011", "1", "1,2"))
                .statusCode(200)
                .body("rows", equalTo(12))
                .body("imported", equalTo(1))
                .body("rejected", hasSize(11))
                .body("rejected.reason.findAll { it == null || it.isEmpty() }", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customerCode\":\"ODD2\",\"subject\":\"a\\u0000b\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"subject\":\"\\ud800\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"OD\\u0000D2\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"lines\":[{\"description\":\"a\\u0000\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"issuedOn\":\"0000-01-01\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"issuedOn\":\"+999999999-01-01\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"issuedOn\":\"2025-02-30\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"lines\":[{\"description\":\"x\",\"quantity\":1e999999999,\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"lines\":[{\"description\":\"x\",\"quantity\":1,\"unitPrice\":1e-999999999}]}",
                "{\"customerCode\":\"ODD2\",\"lines\":[{\"description\":\"x\",\"quantity\":\"NaN\",\"unitPrice\":1}]}",
                "{\"customerCode\":\"ODD2\",\"lines\":[null]}",
                "{\"customerCode\":\"ODD2\",\"lines\":\"x\"}",
                "[]",
                "null",
                "\"x\"",
                "{\"lines\":"
            })
    void aDraftThatCannotBeIsABadRequest(String draft) {
        Ledger.customer("ODD2");
        Caller.OPERATOR
                .calls()
                .body(draft)
                .post("/api/v1/invoices")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:facturation:problem:"))
                .body("detail", org.hamcrest.Matchers.not(containsString("java")));
    }

    /** An address that is none would be taken for one when an invoice is mailed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"emails\":[\"\"]",
                "\"emails\":[null]",
                "\"emails\":[\"a@b.example\\r\\nBcc: x@y.example\"]",
                "\"addresses\":[null]",
                "\"aliases\":[null]"
            })
    void aCustomerThatCannotBeIsABadRequest(String detail) {
        Caller.OPERATOR
                .calls()
                .body("{\"code\":\"ODD3\",\"name\":\"Odd\",%s}".formatted(detail))
                .post("/api/v1/customers")
                .then()
                .statusCode(400)
                .body("type", startsWith("urn:facturation:problem:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/invoices?q=%00",
                "/api/v1/invoices?customer=%00",
                "/api/v1/customers/%00",
                "/api/v1/invoices/x%00",
                "/api/v1/invoices?q=" + "%27%3B%20drop%20table%20invoice",
                "/api/v1/invoices?q=%28%29%7C%26%21%3A%2A%3C-%3E",
                "/api/v1/invoices?q=%F0%9F%92%A9",
                "/api/v1/invoices?customer=%ED%A0%80"
            })
    void anAddressOfEveryOddKindIsAnsweredWithoutAnError(String path) {
        Caller.READER
                .calls()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(greaterThanOrEqualTo(200))
                .statusCode(lessThan(500));
    }

    private static void nothingIsKeptOf(String customer) {
        Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=" + customer)
                .then()
                .body("items", hasSize(0));
        Caller.READER.calls().get("/api/v1/customers/" + customer).then().statusCode(404);
    }
}
