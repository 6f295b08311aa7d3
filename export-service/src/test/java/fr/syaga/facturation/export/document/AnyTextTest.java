package fr.syaga.facturation.export.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;

import de.siegmar.fastcsv.reader.CsvReader;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import fr.syaga.facturation.export.AnyText;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.fec.FecJournal;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygenexml.OxygeneXml;
import fr.syaga.facturation.export.paper.Paper;
import fr.syaga.facturation.export.table.CsvTable;
import fr.syaga.facturation.export.table.XlsxWorkbook;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever text stands in a document, each of its files can be written and read back. */
class AnyTextTest {

    private static final int PAPERS = 8;
    private static final int TABLES = 100;
    private static final int WORKBOOKS = 10;
    private static final Paper PAPER = new Paper();
    private static final FacturX FACTUR_X = new FacturX(PAPER, () -> "VATEX-EU-132");

    @Property(tries = PAPERS, shrinking = ShrinkingMode.OFF)
    void anyTextIsPrinted(@ForAll("texts") String text) throws Exception {
        PaperDocument document = AnyText.in(Papers.paper(4, "FRENCH", "20", 2, false), text);
        byte[] pdf = FACTUR_X.print(document);

        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("F202609004", "NET À PAYER");
        }
    }

    @Property(tries = PAPERS, shrinking = ShrinkingMode.OFF)
    void anyTextIsPrintedOnAQuote(@ForAll("texts") String text) throws Exception {
        PaperDocument quote = AnyText.in(
                Papers.quote(Papers.paper(1, "FRENCH", "20", 1, false), "D20250801", LocalDate.of(2025, 8, 31)), text);

        try (PDDocument read = Loader.loadPDF(PAPER.print(quote))) {
            assertThat(new PDFTextStripper().getText(read)).contains("D20250801", "Bon pour accord");
        }
    }

    @Property(tries = TABLES)
    void anyTextStandsInTheXmlOfAFacturX(@ForAll("texts") String text) throws Exception {
        byte[] xml = FACTUR_X.xml(AnyText.in(Papers.paper(4, "FRENCH", "20", 2, false), text));

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml))
                        .getDocumentElement()
                        .getTextContent())
                .contains("F202609004");
    }

    @Property(tries = TABLES)
    void anyTextStandsInEachTable(@ForAll("texts") String text) throws Exception {
        Invoice invoice =
                AnyText.in(Papers.paper(4, "FRENCH", "20", 2, false), text).invoice();
        Path file = Files.createTempFile("any", ".txt");
        try {
            new CsvTable(Written.words()).write(Written.set(List.of(invoice), null), file);
            assertThat(
                            CsvReader.builder()
                                    .fieldSeparator(';')
                                    .ofCsvRecord(strictly(file, StandardCharsets.UTF_8))
                                    .stream())
                    .hasSize(2)
                    .allMatch(row -> row.getFieldCount() == CsvTable.COLUMNS.size());

            DocumentSet journal = Written.set(List.of(invoice), null);
            new FecJournal(Written.accounts()).write(journal, file);
            assertThat(strictly(file, Charset.forName("ISO-8859-15")).split("\r\n"))
                    .hasSizeGreaterThan(2)
                    .allMatch(line -> line.split("\t", -1).length == FecJournal.COLUMNS.size());
            assertThat(journal.leftOut()).isEmpty();

            new OxygeneXml()
                    .write(
                            Written.set(
                                    List.of(invoice),
                                    Written.keys(List.of(invoice)),
                                    Written.profile(Map.of("facturation.oxygene.vat-codes.\"5.5\"", "RED"))),
                            file);
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement()
                            .getTextContent())
                    .contains("CLI4");
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = WORKBOOKS, shrinking = ShrinkingMode.OFF)
    void anyTextStandsInTheWorkbook(@ForAll("texts") String text) throws Exception {
        Invoice invoice = AnyText.in(Papers.paper(4, "FRENCH", "20", 2, false), text.repeat(100))
                .invoice();
        Path file = Files.createTempFile("any", ".xlsx");
        try {
            new XlsxWorkbook(Written.words()).write(Written.set(List.of(invoice), null), file);
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                assertThat(workbook.getSheet(XlsxWorkbook.SHEET)
                                .getRow(1)
                                .getCell(11)
                                .getStringCellValue())
                        .isEqualTo("CLI4");
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.texts();
    }

    /** What the charset cannot hold, or holds otherwise, fails here. */
    private static String strictly(Path file, Charset charset) throws IOException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }
}
