package fr.syaga.facturation.export.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mustangproject.ZUGFeRD.ZUGFeRDInvoiceImporter;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.Neighbour;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** PDF and Factur-X over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@ConnectWireMock
class PaperExportTest {

    WireMock wiremock;

    private final PaperDocument invoice = Papers.paper(1, "FRENCH", "20", 2, false);
    private final PaperDocument creditNote = Papers.paper(2, "EU_REVERSE_CHARGE", "0", 1, true);
    private Neighbour neighbour;

    @BeforeEach
    void twoIssuedDocuments() {
        neighbour = new Neighbour(wiremock)
                .has(List.of(invoice.invoice(), creditNote.invoice()))
                .says(invoice, creditNote);
    }

    @Test
    void oneInvoiceIsAPdfUnderItsNumber() throws IOException {
        neighbour.has(List.of(invoice.invoice()));

        Response file = file(order("FACTURX"));

        file.then().contentType("application/pdf").header("Content-Disposition", containsString("F202609001.pdf"));
        String xml = new ZUGFeRDInvoiceImporter(new ByteArrayInputStream(file.asByteArray())).getUTF8();
        assertThat(xml).contains("<ram:GrandTotalAmount>" + invoice.invoice().grossAmount());
    }

    @Test
    void severalAreAZipOfPdfsEachUnderItsNumber() throws IOException {
        byte[] zip = file(order("PDF")).asByteArray();

        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("F202609001.pdf");
            assertThat(text(entries.readAllBytes())).contains("FACTURE N° F202609001");
            assertThat(entries.getNextEntry().getName()).isEqualTo("A202609002.pdf");
            assertThat(text(entries.readAllBytes())).contains("AVOIR N° A202609002", "Autoliquidation");
            assertThat(entries.getNextEntry()).isNull();
        }
    }

    @Test
    void onlyIssuedDocumentsGoToACustomer() {
        neighbour.has(Invoices.ofTheDemonstration());

        ask("PDF", "{}").then().statusCode(409).body("type", containsString("only-issued-documents"));
        ask("FACTURX", "{\"status\":\"APPROVED\"}")
                .then()
                .statusCode(409)
                .body("type", containsString("only-issued-documents"));
    }

    @Test
    void whatOxygenePrintedIsNotPrintedAgain() {
        neighbour.has(List.of(Papers.imported(invoice).invoice()));

        ask("PDF", "{}").then().statusCode(409).body("type", containsString("printed-by-oxygene"));
    }

    @Test
    void aFacturXWithoutAMandatoryMentionIsRefusedByNameAndItsPdfIsNot() {
        PaperDocument lacking = Papers.lacking(invoice, "buyer.siren");
        neighbour.has(List.of(lacking.invoice())).says(lacking);

        ask("FACTURX", "{}")
                .then()
                .statusCode(409)
                .body("type", containsString("mandatory-mention-missing"))
                .body("detail", containsString("buyer.siren"));
        file(order("PDF")).then().statusCode(200);
    }

    @Test
    void theSalesJournalIsNamedByTheRuleAndWarns() {
        neighbour.issues("732829320");

        String id = order("FEC");

        file(id).then().header("Content-Disposition", containsString("export-ventes_732829320FEC20261231.txt"));
        Caller.READER
                .calls()
                .get("/api/v1/exports/" + id)
                .then()
                .body("warning", containsString("deux fois"))
                .body("documents", equalTo(2));
        neighbour.has(Invoices.ofTheDemonstration());
        ask("FEC", "{}").then().statusCode(409).body("type", containsString("only-issued-documents"));
    }

    @Test
    void aPreviewIsMarkedUntilTheDocumentIsIssued() throws IOException {
        PaperDocument draft = Papers.draft(invoice, "buyer.siren");
        neighbour.has(List.of(draft.invoice())).says(draft);

        Response preview = Caller.READER
                .uploads()
                .get("/api/v1/invoices/" + draft.invoice().id() + "/preview.pdf");

        preview.then().statusCode(200).contentType("application/pdf");
        assertThat(text(preview.asByteArray())).contains("APERÇU", "buyer.siren");
        neighbour.has(List.of());
        Caller.READER
                .uploads()
                .get("/api/v1/invoices/" + draft.invoice().id() + "/preview.pdf")
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
    }

    private static Response ask(String format, String filter) {
        return Caller.OPERATOR
                .calls()
                .body("{\"format\":\"%s\",\"filter\":%s}".formatted(format, filter))
                .post("/api/v1/exports");
    }

    private static String order(String format) {
        Response ordered = ask(format, "{}");
        ordered.then().statusCode(org.hamcrest.Matchers.oneOf(200, 202));
        return ordered.jsonPath().getString("id");
    }

    private static Response file(String id) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> "DONE"
                        .equals(Caller.READER
                                .calls()
                                .get("/api/v1/exports/" + id)
                                .jsonPath()
                                .getString("status")));
        return Caller.READER.uploads().get("/api/v1/exports/" + id + "/file");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
