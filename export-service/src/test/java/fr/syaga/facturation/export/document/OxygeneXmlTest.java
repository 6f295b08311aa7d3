package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygene.OxygeneAddress;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygenexml.OxygeneXml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The Oxygène file read back by a namespace-aware reader and the schema. */
class OxygeneXmlTest {

    private static final String DATA = "http://tempuri.org/data.xsd";

    @TempDir
    Path folder;

    @Test
    void aKeyThatStandsTwiceIsNotOffered() throws IOException {
        List<Invoice> invoices = Invoices.ofTheDemonstration().subList(0, 2);
        OxygeneKey same = new OxygeneKey("#1", null, null, null, null);
        DocumentSet documents = Written.set(
                invoices, Map.of(invoices.get(0).id(), same, invoices.get(1).id(), same));

        assertThatThrownBy(() -> new OxygeneXml().write(documents, folder.resolve("a.xml")))
                .isInstanceOf(Renderer.UnusableFile.class)
                .hasMessageContaining("#1");
    }

    @Test
    void oneInvoiceIsOnePieceWhoseLinesAddUpToItsNetAmount() throws Exception {
        List<Invoice> invoices = Invoices.ofTheDemonstration();

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), invoices));

        assertThat(xml.getDocumentElement().getNamespaceURI()).isEqualTo("http://tempuri.org/");
        assertThat(xml.getDocumentElement().getLocalName()).isEqualTo("DataSet");
        List<Element> pieces = elements(xml.getDocumentElement(), "PIECE");
        assertThat(pieces).hasSize(23);
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(net(pieces.get(i))).isEqualByComparingTo(invoices.get(i).netAmount());
        }
        assertThat(pieces.stream().map(OxygeneXmlTest::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("28570.00");
    }

    @Test
    void theFileIsUtf8WithByteOrderMarkAndWindowsLineEnds() throws Exception {
        Path file = Written.xml(folder, Written.profile(Map.of()), List.of(Invoices.time("LAA10", "2.5")));

        String text = Files.readString(file);

        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text.substring(1)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<DataSet xmlns=");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void theHeaderIsCautiousAndSpeaksFrench() throws Exception {
        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(Invoices.time("LAA10", "2.5"))));

        Element piece = elements(xml.getDocumentElement(), "PIECE").get(0);

        assertThat(value(piece, "CLIENT_CODE")).isEqualTo("LAA10");
        assertThat(value(piece, "TYPE")).isEqualTo("C");
        assertThat(value(piece, "VALID")).isEqualTo("0");
        assertThat(value(piece, "WEB_ID")).isEqualTo("#1");
        assertThat(value(piece, "DATE_CREATION")).isEqualTo("31/07/2025");
        assertThat(value(piece, "NBRE_JOURS")).isEqualTo("30");
        assertThat(elements(piece, "ARRETE")).isEmpty();
        Element line = elements(piece, "LIGNE").get(0);
        assertThat(value(line, "ARTICLE_WEB_CODE")).isEqualTo("PREST-ING-H");
        assertThat(value(line, "QTE")).isEqualTo("2,50");
        assertThat(value(line, "PUHT")).isEqualTo("110,00");
        assertThat(value(line, "GCPTVA_CODE")).isEqualTo("NORM");
        assertThat(value(line, "DESIG")).isEqualTo("Prestation d'ingénierie réseau à l'heure - Juillet 2025");
    }

    @Test
    void aTestImportChangesASettingAndNotTheCode() throws Exception {
        OxygeneProfile profile = Written.profile(Map.of(
                "facturation.oxygene.types.invoice", "F",
                "facturation.oxygene.valid", "1",
                "facturation.oxygene.payment-code", "VIR",
                "facturation.oxygene.decimal-sign", "POINT"));

        Document xml = read(Written.xml(folder, profile, List.of(Invoices.time("LAA10", "2.5"))));

        Element piece = elements(xml.getDocumentElement(), "PIECE").get(0);
        assertThat(value(piece, "TYPE")).isEqualTo("F");
        assertThat(value(piece, "VALID")).isEqualTo("1");
        assertThat(value(piece, "GCPREG_CODE")).isEqualTo("VIR");
        assertThat(value(piece, "QTE")).isEqualTo("2.50");
    }

    @Test
    void aCreditNoteIsTypeAWithPositiveQuantitiesUnlessTheProfileSaysNegative() throws Exception {
        List<Invoice> creditNote = List.of(Invoices.creditNote("LAA10", "250.00"));

        Document positive = read(Written.xml(folder, Written.profile(Map.of()), creditNote));
        Document negative = read(Written.xml(
                folder, Written.profile(Map.of("facturation.oxygene.credit-note-sign", "NEGATIVE")), creditNote));

        assertThat(value(positive.getDocumentElement(), "TYPE")).isEqualTo("A");
        assertThat(value(positive.getDocumentElement(), "QTE")).isEqualTo("1,00");
        assertThat(value(positive.getDocumentElement(), "PUHT")).isEqualTo("250,00");
        assertThat(value(negative.getDocumentElement(), "QTE")).isEqualTo("-1,00");
    }

    @Test
    void aQuoteIsTypeD() throws Exception {
        Invoice quote = Invoices.quote("LAA10", "250.00");

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(quote)));
        Document chosen =
                read(Written.xml(folder, Written.profile(Map.of()).with(Map.of("types.quote", "C")), List.of(quote)));

        assertThat(value(xml.getDocumentElement(), "TYPE")).isEqualTo("D");
        assertThat(value(chosen.getDocumentElement(), "TYPE")).isEqualTo("C");
    }

    @Test
    void whatAnAdminChoseGoesBeforeTheSettings() throws Exception {
        OxygeneProfile profile = Written.profile(Map.of())
                .with(Map.of(
                        "types.invoice", "F",
                        "valid", "1",
                        "arrete", "F",
                        "articleCode", "PRESTA",
                        "paymentCode", "VIR",
                        "vatCodes.20", "TVA20"));

        Document xml = read(Written.xml(folder, profile, List.of(Invoices.time("LAA10", "2.5"))));

        Element piece = elements(xml.getDocumentElement(), "PIECE").get(0);
        assertThat(value(piece, "TYPE")).isEqualTo("F");
        assertThat(value(piece, "VALID")).isEqualTo("1");
        assertThat(value(piece, "ARRETE")).isEqualTo("F");
        assertThat(value(piece, "GCPREG_CODE")).isEqualTo("VIR");
        assertThat(value(piece, "ARTICLE_WEB_CODE")).isEqualTo("PRESTA");
        assertThat(value(piece, "GCPTVA_CODE")).isEqualTo("TVA20");
    }

    @Test
    void theCustomersAddressGoesAlongWithItsFrenchCountry() throws Exception {
        Invoice invoice = Invoices.time("LAA10", "2.5");
        OxygeneKey key = new OxygeneKey(
                "#1",
                null,
                null,
                null,
                new OxygeneAddress(
                        "Zed & Fils", "1 rue du Port", null, "1000", "Bruxelles", "Belgique", "a@zed.example"));
        Path file = folder.resolve("a.xml");

        new OxygeneXml().write(Written.set(List.of(invoice), Map.of(invoice.id(), key)), file);

        Element address = elements(read(file).getDocumentElement(), "adresse").get(0);
        assertThat(value(address, "STYPE")).isEqualTo("facturation");
        assertThat(value(address, "NOM")).isEqualTo("Zed & Fils");
        assertThat(value(address, "PAYS")).isEqualTo("Belgique");
        assertThat(elements(address, "ADRESSE2")).isEmpty();
    }

    @Test
    void theFirstLineOfATextIsTheLineAndEachFurtherOneAComment() throws Exception {
        Invoice invoice =
                one("Forfait maintenance août 2025\nSupervision des serveurs\r\n\n- sauvegardes", "1", "80.00");

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(invoice)));

        List<Element> lines = elements(xml.getDocumentElement(), "LIGNE");
        assertThat(lines)
                .extracting(line -> value(line, "DESIG"))
                .containsExactly("Forfait maintenance août 2025", "Supervision des serveurs", "- sauvegardes");
        assertThat(lines).extracting(line -> elements(line, "QTE").size()).containsExactly(1, 0, 0);
    }

    @Test
    void aLongTextGoesOnInCommentLines() throws Exception {
        String text = "Mise à jour des serveurs\n" + "mot ".repeat(60);
        Invoice invoice = one(text, "1", "80.00");

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(invoice)));

        List<Element> lines = elements(xml.getDocumentElement(), "LIGNE");
        assertThat(lines).hasSize(4);
        assertThat(lines).allSatisfy(line -> assertThat(value(line, "DESIG")).hasSizeLessThanOrEqualTo(100));
        assertThat(lines.subList(1, 4))
                .allSatisfy(
                        line -> assertThat(elements(line, "ARTICLE_WEB_CODE")).isEmpty());
    }

    @Test
    void aLongSubjectGoesOnInCommentLinesAboveTheOthers() throws Exception {
        Invoice invoice = Invoices.of(
                "LAA10",
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "Reprise du parc\nsuite de la visite du 12",
                List.of(Invoices.line(1, "Audit", "1", "80.00", "20")));

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(invoice)));

        List<Element> lines = elements(xml.getDocumentElement(), "LIGNE");
        assertThat(value(xml.getDocumentElement(), "DESIG")).isEqualTo("Reprise du parc");
        assertThat(lines).extracting(line -> value(line, "DESIG")).containsExactly("suite de la visite du 12", "Audit");
    }

    @Test
    void aQuantityThatTwoDecimalsCannotSayIsWrittenAsItsNetAmount() throws Exception {
        Invoice invoice = one("Sauvegarde", "3.3333", "12.345678");

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(invoice)));

        Element piece = elements(xml.getDocumentElement(), "PIECE").get(0);
        assertThat(net(piece)).isEqualByComparingTo(invoice.netAmount());
        assertThat(value(elements(piece, "LIGNE").get(1), "DESIG")).isEqualTo("3,3333 h x 12,345678 EUR");
    }

    @Test
    void charactersThatOxygeneCannotHoldAreReplaced() throws Exception {
        Invoice invoice = one("Cœur d’équipe – 5 € \u0001 <b> & 日 ž", "1", "80.00");

        Document xml = read(Written.xml(folder, Written.profile(Map.of()), List.of(invoice)));

        String text = value(elements(xml.getDocumentElement(), "LIGNE").get(0), "DESIG");
        assertThat(text).isEqualTo("Coeur d'équipe - 5 EUR <b> & ? z");
        assertThat(StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)).isTrue();
    }

    @Test
    void aFileThatDoesNotFitTheSchemaIsNotOffered() {
        OxygeneProfile wrong = Written.profile(Map.of("facturation.oxygene.valid", "perhaps"));

        assertThatThrownBy(() -> Written.xml(folder, wrong, List.of(Invoices.time("LAA10", "1"))))
                .isInstanceOf(Renderer.UnusableFile.class)
                .hasMessageContaining("perhaps");
    }

    @Test
    void aDocumentThatDoesNotFitTheSchemaIsLeftOutAndTheOthersAreWritten() throws Exception {
        Invoice good = Invoices.time("LAA10", "1");
        Invoice paidOddly = Invoices.time("ZED01", "2");
        Map<UUID, OxygeneKey> keys = Map.of(
                good.id(), new OxygeneKey("#7", null, null, null, null),
                paidOddly.id(), new OxygeneKey("#8", null, "VIR 30", null, null));
        DocumentSet documents = Written.set(List.of(paidOddly, good), keys);
        Path file = folder.resolve("b.xml");

        new OxygeneXml().write(documents, file);

        assertThat(Files.readString(file)).contains("<WEB_ID>#7<").doesNotContain("#8", "VIR 30");
        assertThat(documents.documents()).isEqualTo(1);
        assertThat(documents.totalNet()).isEqualByComparingTo(good.netAmount());
        assertThat(documents.leftOut()).hasSize(1);
        assertThat(documents.leftOut().get(0).invoice().id()).isEqualTo(paidOddly.id());
        assertThat(documents.leftOut().get(0).why()).contains("ZED01", "VIR 30");
        read(file);
    }

    @Test
    void whatDoesNotFitIsToldWithoutWriting() throws Exception {
        Invoice good = Invoices.time("LAA10", "1");
        Invoice wrong = Invoices.time("ZED01", "2");
        Map<UUID, OxygeneKey> keys = Map.of(
                good.id(), new OxygeneKey("#7", null, null, null, null),
                wrong.id(), new OxygeneKey("8", null, null, null, null));

        assertThat(OxygeneXml.unfit(Written.set(List.of(good, wrong), keys))).containsExactly(wrong.id());
    }

    private static Invoice one(String text, String quantity, String price) {
        return Invoices.of(
                "LAA10",
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "Sujet",
                List.of(Invoices.line(1, text, quantity, price, "20")));
    }

    private static Document read(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document xml = factory.newDocumentBuilder().parse(file.toFile());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(OxygeneXmlTest.class.getResource("/oxygene.xsd"))
                .newValidator()
                .validate(new DOMSource(xml));
        return xml;
    }

    private static BigDecimal net(Element piece) {
        return elements(piece, "LIGNE").stream()
                .filter(line -> !elements(line, "QTE").isEmpty())
                .map(line -> number(line, "QTE").multiply(number(line, "PUHT")).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Element parent, String name) {
        return new BigDecimal(value(parent, name).replace(',', '.'));
    }

    private static String value(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagNameNS(DATA, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
