package fr.syaga.facturation.export.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import fr.syaga.facturation.export.invoicing.Sha256;
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

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><rect width=\"20\" height=\"10\" fill=\"red\"/></svg>";

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
    void aBadDocumentIsNamedAndTheOthersLeave() throws IOException {
        PaperDocument lacking = Papers.lacking(Papers.paper(6, "FRENCH", "10", 1, false), "buyer.siren");
        PaperDocument person =
                Papers.noEInvoice(Papers.paper(7, "FRENCH", "20", 1, false), "Le client est un particulier.");
        PaperDocument like = Papers.paper(8, "FRENCH", "10", 1, false);
        PaperDocument wrong = Papers.withNet(like, like.invoice().netAmount().add(BigDecimal.ONE));
        neighbour
                .has(List.of(invoice.invoice(), lacking.invoice(), person.invoice(), wrong.invoice()))
                .says(invoice, lacking, person, wrong);

        JsonPath done = Exported.whenDone(ask("FACTURX", "{}"));

        assertThat(done.getList("skipped.number")).containsExactly("F202609006", "F202609007", "F202609008");
        assertThat(done.getList("skipped.reason"))
                .containsExactly("MANDATORY_MENTION_MISSING", "NO_E_INVOICE", "UNUSABLE_DOCUMENT");
        assertThat(done.getString("skipped[1].detail"))
                .startsWith("Le client est un particulier.")
                .contains("Order PDF", "POST /api/v1/deliveries");
        assertThat(done.getString("skipped[2].detail")).contains("the ledger says");
        assertThat(done.getInt("documents")).isEqualTo(1);
        assertThat(new BigDecimal(done.getString("totalGross")))
                .isEqualByComparingTo(invoice.invoice().grossAmount());
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(Exported.file(done)))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("F202609001.pdf");
            assertThat(entries.getNextEntry()).isNull();
        }
        ask("FACTURX", "{}").then().statusCode(200).body("id", equalTo(done.getString("id")));
    }

    @Test
    void whatIsNoElectronicInvoiceIsRefusedWithWhatLeavesInstead() throws IOException {
        PaperDocument person = Papers.noEInvoice(invoice, "Le client est un particulier.");
        neighbour.has(List.of(person.invoice())).says(person);

        ask("FACTURX", "{}")
                .then()
                .statusCode(409)
                .body("type", containsString("no-e-invoice"))
                .body("detail", containsString("F202609001: Le client est un particulier. Order PDF"));
        file(order("PDF")).then().statusCode(200);
        PaperDocument draft = Papers.draft(person, "buyer.vatRegime");
        neighbour.has(List.of(draft.invoice())).says(draft);
        assertThat(text(Caller.READER
                        .uploads()
                        .get("/api/v1/invoices/" + draft.invoice().id() + "/preview.pdf")
                        .asByteArray()))
                .contains("Le client est un particulier.");
    }

    @Test
    void aPaperOfOxygenesThatWasChangedKeepsItselfBehindAlone() {
        byte[] own = "%PDF-1.4 printed by Oxygène".getBytes(StandardCharsets.UTF_8);
        PaperDocument changed =
                Papers.withOwnDocument(Papers.paper(9, "FRENCH", "20", 1, false), Sha256.of(new byte[] {1}));
        neighbour
                .has(List.of(invoice.invoice(), changed.invoice()))
                .says(invoice, changed)
                .keeps(changed.invoice(), own);

        JsonPath done = Exported.whenDone(ask("PDF", "{}"));

        assertThat(done.getList("skipped.reason")).containsExactly("DOCUMENT_CHANGED");
        assertThat(done.getString("fileName")).isEqualTo("F202609001.pdf");
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
        assertThat(text(preview.asByteArray())).contains("APERÇU", "le SIREN du client");
        neighbour.has(List.of());
        Caller.READER
                .uploads()
                .get("/api/v1/invoices/" + draft.invoice().id() + "/preview.pdf")
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
    }

    @Test
    void thePaperThatOxygenePrintedIsGivenOutAndNoSecondOneOfOurs() throws IOException {
        byte[] own = "%PDF-1.4 printed by Oxygène".getBytes(StandardCharsets.UTF_8);
        PaperDocument printed = Papers.withOwnDocument(invoice, Sha256.of(own));
        PaperDocument listed =
                Papers.withOwnDocument(Papers.imported(Papers.paper(3, "FRENCH", "20", 1, false)), Sha256.of(own));
        neighbour
                .has(List.of(printed.invoice(), listed.invoice(), creditNote.invoice()))
                .keeps(printed.invoice(), own)
                .keeps(listed.invoice(), own);

        byte[] zip = file(order("PDF")).asByteArray();

        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("F202609001.pdf");
            assertThat(entries.readAllBytes()).isEqualTo(own);
            assertThat(entries.getNextEntry().getName()).isEqualTo("F202609003.pdf");
            assertThat(entries.readAllBytes()).isEqualTo(own);
            assertThat(entries.getNextEntry().getName()).isEqualTo("A202609002.pdf");
        }
        neighbour.has(List.of(printed.invoice()));
        Response preview = Caller.READER
                .uploads()
                .get("/api/v1/invoices/" + printed.invoice().id() + "/preview.pdf");
        assertThat(preview.asByteArray()).isEqualTo(own);
        neighbour.keeps(printed.invoice(), "%PDF-another".getBytes(StandardCharsets.UTF_8));
        Caller.READER
                .uploads()
                .get("/api/v1/invoices/" + printed.invoice().id() + "/preview.pdf")
                .then()
                .statusCode(409)
                .body("type", containsString("document-changed"));
    }

    @Test
    void aQuoteIsPrintedAsADevisWithItsValidityAndIsNeverAFacturX() throws IOException {
        PaperDocument quote = Papers.quote(invoice, "D20260901", LocalDate.of(2026, 9, 30));
        neighbour.has(List.of()).hasQuotes(quote.invoice()).says(quote);
        String ids = "{\"ids\":[\"%s\"]}".formatted(quote.invoice().id());

        Response ordered = ask("PDF", ids);

        ordered.then().statusCode(202);
        Response file = file(ordered.jsonPath().getString("id"));
        file.then().header("Content-Disposition", containsString("D20260901.pdf"));
        assertThat(text(file.asByteArray()))
                .contains("DEVIS N° D20260901", "Valable jusqu'au 30/09/2026", "Bon pour accord");
        ask("FACTURX", ids).then().statusCode(409).body("type", containsString("only-invoices"));
    }

    @Test
    void theLogoIsThatOfTheDayOfTheOrder() throws IOException {
        neighbour.has(List.of(creditNote.invoice()));
        PaperDocument other = Papers.paper(12, "FRENCH", "20", 1, false);
        int without = images(file(order("PDF")).asByteArray());

        neighbour
                .has(List.of(other.invoice()))
                .says(other)
                .hasLogo("image/svg+xml", SVG.getBytes(StandardCharsets.UTF_8));

        assertThat(without).isZero();
        assertThat(images(file(order("PDF")).asByteArray())).isEqualTo(1);
    }

    private static int images(byte[] pdf) throws IOException {
        int images = 0;
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) {
                images += resources.isImageXObject(name) ? 1 : 0;
            }
        }
        return images;
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
