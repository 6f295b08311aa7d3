package fr.syaga.facturation.invoice.document;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DocumentTest {

    private static final byte[] PAPER = "%PDF-1.7 le papier d'Oxygène".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "%PDF-1.7 un autre papier".getBytes(StandardCharsets.UTF_8);

    @Test
    void oxygenesOwnPaperIsKeptByteForByte() {
        String id = Ledger.issued("DOC10", "doc-1", "10", "F20250711");
        Ledger.reads("invoices/" + id).body("documentSha256", nullValue());
        download(id).statusCode(404);

        String sha = put(id, PAPER).statusCode(200).extract().path("sha256");
        put(id, PAPER).statusCode(200).body("size", equalTo(PAPER.length)).body("keptBy", equalTo("test-operator"));

        assertThat(sha).matches("[0-9a-f]{64}");
        Ledger.reads("invoices/" + id).body("documentSha256", equalTo(sha));
        assertThat(download(id)
                        .statusCode(200)
                        .contentType("application/pdf")
                        .header("Content-Disposition", equalTo("attachment; filename=\"F20250711.pdf\""))
                        .extract()
                        .asByteArray())
                .isEqualTo(PAPER);
        assertThat(Ledger.deeds(id)).containsExactly("APPROVED", "NUMBER_LEARNT", "DOCUMENT_KEPT");
    }

    @Test
    void anotherPaperTakesItsPlaceUntilTheCustomerGotIt() {
        String id = Ledger.issued("DOC20", "doc-2", "10", "F20250712");
        put(id, PAPER).statusCode(200);
        put(id, OTHER).statusCode(200);
        assertThat(Ledger.deeds(id)).endsWith("DOCUMENT_KEPT", "DOCUMENT_KEPT");
        Ledger.does(id, "sent").statusCode(200);

        put(id, OTHER).statusCode(200);
        put(id, PAPER)
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:document-sent"))
                .body("detail", containsString("credit note"));
        delete(id).statusCode(409);
        assertThat(download(id).extract().asByteArray()).isEqualTo(OTHER);
    }

    @Test
    void aPaperIsTakenAwayAgain() {
        String id = Ledger.issued("DOC30", "doc-3", "10", "F20250713");
        put(id, PAPER).statusCode(200);

        delete(id).statusCode(204);
        delete(id).statusCode(204);

        download(id).statusCode(404);
        Ledger.reads("invoices/" + id).body("documentSha256", nullValue());
        assertThat(Ledger.deeds(id)).endsWith("DOCUMENT_KEPT", "DOCUMENT_REMOVED");
        put(id, PAPER).statusCode(200);
    }

    @Test
    void anImportedDocumentAndASentOneGetTheirPaperAsWell() {
        String id = Ledger.issued("DOC40", "doc-4", "10", "F20250714");
        Ledger.does(id, "sent").statusCode(200);
        put(id, PAPER).statusCode(200);
        Ledger.imports(Ledger.row("F 20110715", "DOC41 - ANCIEN", "15/07/2011", "100", "119,6"));
        String imported = Ledger.reads("invoices?customer=DOC41").extract().path("items[0].id");

        put(imported, PAPER).statusCode(200);

        Ledger.reads("invoices?customer=DOC41").body("items[0].documentSha256", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void whatMayStillChangeHasNoPaperAndWhatHasOneDoesNotChange() {
        Ledger.customer("DOC50");
        String id = Ledger.written(Ledger.draft("DOC50", "doc-5", "10")).getString("id");
        put(id, PAPER).statusCode(409).body("type", equalTo("urn:facturation:problem:wrong-state"));
        Ledger.does(id, "approve").statusCode(200);
        put(id, PAPER).statusCode(200);
        download(id).statusCode(200).header("Content-Disposition", equalTo("attachment; filename=\"" + id + ".pdf\""));

        Ledger.does(id, "reopen").statusCode(409).body("type", equalTo("urn:facturation:problem:has-document"));
        delete(id).statusCode(204);
        Ledger.does(id, "reopen").statusCode(200);
    }

    @Test
    void whatIsNoPaperIsRefusedWithWhatItIs() {
        String id = Ledger.issued("DOC60", "doc-6", "10", "F20250716");
        byte[] tooLarge = new byte[KeptDocument.MAX_BYTES + 1];
        System.arraycopy(PAPER, 0, tooLarge, 0, PAPER.length);
        byte[] largest = java.util.Arrays.copyOf(tooLarge, KeptDocument.MAX_BYTES);

        put(id, "<html/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", equalTo("urn:facturation:problem:not-a-pdf"));
        put(id, new byte[0]).statusCode(422);
        put(id, tooLarge).statusCode(413).body("type", equalTo("urn:facturation:problem:too-large"));
        put(id, largest).statusCode(200);
        Caller.OPERATOR
                .uploads()
                .contentType("image/png")
                .body(PAPER)
                .put("/api/v1/invoices/" + id + "/document")
                .then()
                .statusCode(415);
        Caller.READER
                .uploads()
                .contentType("application/pdf")
                .body(PAPER)
                .put("/api/v1/invoices/" + id + "/document")
                .then()
                .statusCode(403);
        put("00000000-0000-0000-0000-000000000001", PAPER).statusCode(404);
        put("x", PAPER).statusCode(404);
    }

    private static ValidatableResponse put(String id, byte[] paper) {
        return Caller.OPERATOR
                .uploads()
                .contentType("application/pdf")
                .body(paper)
                .put("/api/v1/invoices/" + id + "/document")
                .then();
    }

    private static ValidatableResponse delete(String id) {
        return Caller.OPERATOR
                .calls()
                .delete("/api/v1/invoices/" + id + "/document")
                .then();
    }

    private static ValidatableResponse download(String id) {
        return Caller.READER
                .uploads()
                .get("/api/v1/invoices/" + id + "/document")
                .then();
    }
}
