package fr.syaga.facturation.export.document;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.xml.transform.Transformer;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stream.StreamSource;

import net.sf.saxon.TransformerFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mustangproject.ZUGFeRD.ZUGFeRDInvoiceImporter;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.einvoice.ElectronicInvoice;
import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.paper.Paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a customer gets, read back by another program and judged by the norm's own rules. */
class FacturXTest {

    /** One of every kind; so many of the whole sample with {@code -Dpapers.sample=200}. */
    private static final List<PaperDocument> JUDGED = Integer.getInteger("papers.sample") == null
            ? Papers.ofEveryKind()
            : Papers.sample().subList(0, Integer.getInteger("papers.sample"));

    private static final String FRENCH_RULES =
            "/external/schematron/ctc/1.3.0/xslt/20260216_BR-FR-Flux2-Schematron-CII_V1.3.0.xslt";

    private final FacturX facturX = new FacturX(new Paper(), () -> "VATEX-EU-132");
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void backToTheMachinesZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void everyDocumentIsAValidFacturX() {
        List<String> refused = new ArrayList<>();

        for (PaperDocument document : JUDGED) {
            ZUGFeRDValidator validator = new ZUGFeRDValidator();
            String report = validator.validate(facturX.print(document), "f.pdf");
            if (!validator.wasCompletelyValid()) {
                refused.add(document.invoice().number() + " " + report);
            }
        }

        assertThat(refused).isEmpty();
    }

    /** The rules of the French reform, as its own forum writes them. */
    @Test
    void everyDocumentKeepsTheRulesOfTheFrenchReform() throws Exception {
        Transformer rules = new TransformerFactoryImpl()
                .newTransformer(
                        new StreamSource(getClass().getResource(FRENCH_RULES).toString()));
        List<String> broken = new ArrayList<>();

        for (PaperDocument document : JUDGED) {
            DOMResult report = new DOMResult();
            rules.transform(new StreamSource(new ByteArrayInputStream(facturX.xml(document))), report);
            NodeList failed = ((Document) report.getNode()).getElementsByTagNameNS("*", "failed-assert");
            IntStream.range(0, failed.getLength())
                    .forEach(i -> broken.add(document.invoice().number() + " "
                            + failed.item(i).getTextContent().strip()));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void theTotalsOfTheWholeSampleAreTheLedgersToTheCent() {
        for (PaperDocument document : Papers.sample()) {
            String xml = xml(document);
            Invoice invoice = document.invoice();

            assertThat(xml)
                    .contains("<ram:TaxBasisTotalAmount>" + invoice.netAmount().abs() + "<");
            assertThat(xml)
                    .contains("<ram:GrandTotalAmount>" + invoice.grossAmount().abs() + "<");
            invoice.vatBreakdown()
                    .forEach(share -> assertThat(xml)
                            .contains(
                                    "<ram:CalculatedAmount>" + share.vatAmount().abs() + "<")
                            .contains("<ram:BasisAmount>" + share.netAmount().abs() + "<"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "Pacific/Honolulu"})
    void aDateIsThatDateInEveryZone(String machine) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));

        String xml = xml(Papers.paper(3, "FRENCH", "20", 1, true));

        assertThat(dates(xml)).containsExactly("20260901", "20260831", "20260801", "20260831", "20261001", "20260731");
    }

    @Test
    void aCreditNoteNamesNumberAndDateOfItsInvoiceAndSaysPositiveAmounts() {
        String xml = xml(Papers.paper(1, "FRENCH", "20", 2, true));

        assertThat(xml).contains("<ram:TypeCode>381</ram:TypeCode>");
        assertThat(xml.replaceAll("\\s", ""))
                .contains("<ram:IssuerAssignedID>F202607012</ram:IssuerAssignedID><ram:FormattedIssueDateTime>"
                        + "<qdt:DateTimeStringformat=\"102\">20260731<");
        assertThat(xml).doesNotContain(">-");
    }

    /** Billed time comes from the ledger in UN/ECE's own code, what a person enters in a word. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anHourIsAnHour(int number) {
        assertThat(xml(Papers.paper(number, "FRENCH", "20", 1, false)))
                .contains("<ram:BilledQuantity unitCode=\"HUR\">");
    }

    @Test
    void whatTheFrenchRulesAskForIsThere() {
        String xml = xml(Papers.paper(1, "FRENCH", "20", 1, false));

        assertThat(xml).contains("<ram:ID>S1</ram:ID>", "<ram:Content>B2B</ram:Content>");
        for (String code : List.of("PMT", "PMD", "AAB", "BAR")) {
            assertThat(xml.split("<ram:SubjectCode>" + code + "<", -1)).hasSize(2);
        }
        assertThat(xml)
                .contains("<ram:URIID schemeID=\"0225\">356000000_COMPTA<", "<ram:URIID schemeID=\"0225\">732829320<")
                .contains("<ram:ID schemeID=\"0002\">732829320<", "<ram:DueDateTypeCode>72<");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY,FRENCH,B2B",
        "COMPANY,EU_REVERSE_CHARGE,B2BINT",
        "COMPANY,OUTSIDE_EU,B2BINT",
        "COMPANY,EXEMPT,",
        "COMPANY,,",
        ",FRENCH,B2B",
        ",,",
        "PRIVATE_PERSON,FRENCH,B2C",
        "PRIVATE_PERSON,,B2C",
        "WITHOUT_SIREN,FRENCH,",
        "WITHOUT_SIREN,OUTSIDE_EU,"
    })
    void theCircuitIsNamedWhereItIsKnownForSure(String kind, String regime, String circuit) {
        PaperDocument document = Papers.ofBuyer(Papers.paper(1, "FRENCH", "20", 1, false), kind, regime);

        assertThat(ElectronicInvoice.circuit(document)).isEqualTo(Optional.ofNullable(circuit));
        assertThat(xml(document).contains("<ram:SubjectCode>BAR<")).isEqualTo(circuit != null);
    }

    @Test
    void anotherProgramReadsTheTotalsOutOfThePdf() throws Exception {
        PaperDocument document = Papers.paper(1, "FRENCH", "20", 3, false);

        ZUGFeRDInvoiceImporter read = new ZUGFeRDInvoiceImporter(new ByteArrayInputStream(facturX.print(document)));

        assertThat(read.getUTF8())
                .contains("<ram:ID>F202609001</ram:ID>")
                .contains("<ram:DuePayableAmount>" + document.invoice().grossAmount() + "<");
    }

    @Test
    void aDocumentWhoseTotalsComeOutOtherwiseIsNotOffered() {
        PaperDocument right = Papers.paper(1, "FRENCH", "20", 1, false);
        PaperDocument wrong = Papers.withNet(right, right.invoice().netAmount().add(new BigDecimal("0.01")));

        assertThatThrownBy(() -> facturX.print(wrong))
                .isInstanceOf(Renderer.UnusableFile.class)
                .hasMessageContaining("the ledger says");
    }

    private String xml(PaperDocument document) {
        return new String(facturX.xml(document), StandardCharsets.UTF_8);
    }

    private static List<String> dates(String xml) {
        String[] parts = xml.split("format=\"102\">");
        return IntStream.range(1, parts.length)
                .mapToObj(i -> parts[i].substring(0, 8))
                .toList();
    }
}
