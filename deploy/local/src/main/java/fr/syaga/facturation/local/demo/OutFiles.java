package fr.syaga.facturation.local.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The three files read back by other readers than the writers: how many documents they hold, and their sums. */
final class OutFiles {

    private static final BigDecimal VAT_20 = new BigDecimal("0.20");

    private OutFiles() {}

    /** What a file says of itself. */
    record Content(int documents, BigDecimal net, BigDecimal gross) {

        private Content plus(BigDecimal moreNet, BigDecimal moreGross) {
            return new Content(documents + 1, net.add(moreNet), gross.add(moreGross));
        }
    }

    private static final Content NOTHING = new Content(0, BigDecimal.ZERO, BigDecimal.ZERO);

    static Content read(String format, byte[] file) {
        try {
            return switch (format) {
                case "OXYGENE_XML" -> xml(file);
                case "CSV" -> csv(file);
                case "XLSX" -> xlsx(file);
                default -> throw new IllegalArgumentException(format);
            };
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new DemoFailed("The %s file cannot be read: %s".formatted(format, e.getMessage()));
        }
    }

    /** Computes as Oxygène does: lines are rounded, VAT once a document, at the one rate that NORM stands for. */
    private static Content xml(byte[] file) throws IOException, SAXException, ParserConfigurationException {
        Content content = NOTHING;
        for (Element piece : elements(dom(file).getDocumentElement(), "PIECE")) {
            BigDecimal net = BigDecimal.ZERO;
            for (Element line : elements(piece, "LIGNE")) {
                if (!elements(line, "QTE").isEmpty()) {
                    if (!"NORM".equals(text(line, "GCPTVA_CODE"))) {
                        throw new DemoFailed("A line of the XML has the VAT code " + text(line, "GCPTVA_CODE"));
                    }
                    net = net.add(number(text(line, "QTE"))
                            .multiply(number(text(line, "PUHT")))
                            .setScale(2, RoundingMode.HALF_UP));
                }
            }
            content = content.plus(net, net.add(net.multiply(VAT_20).setScale(2, RoundingMode.HALF_UP)));
        }
        return content;
    }

    private static Content csv(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8);
        Content content = NOTHING;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text.substring(1))) {
            for (NamedCsvRecord row : rows) {
                content = content.plus(number(row.getField("montant_ht")), number(row.getField("montant_ttc")));
            }
        }
        return content;
    }

    private static Content xlsx(byte[] file) throws IOException, SAXException, ParserConfigurationException {
        Content content = NOTHING;
        for (Element row : elements(dom(entry(file, "xl/worksheets/sheet1.xml")).getDocumentElement(), "row")) {
            Element net = cell(row, "F");
            Element gross = cell(row, "H");
            boolean isHeading = net == null || !Set.of("", "n").contains(net.getAttribute("t"));
            boolean isTotal = net != null && !elements(net, "f").isEmpty();
            if (isTotal && number(text(net, "v")).compareTo(content.net()) != 0) {
                throw new DemoFailed(
                        "The XLSX total row says %s and its rows %s".formatted(text(net, "v"), content.net()));
            }
            if (!isHeading && !isTotal) {
                content = content.plus(number(text(net, "v")), number(text(gross, "v")));
            }
        }
        return content;
    }

    private static Element cell(Element row, String column) {
        return elements(row, "c").stream()
                .filter(cell -> cell.getAttribute("r").equals(column + row.getAttribute("r")))
                .findFirst()
                .orElse(null);
    }

    private static byte[] entry(byte[] zip, String name) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return entries.readAllBytes();
                }
            }
        }
        throw new IOException("there is no " + name);
    }

    private static Document dom(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
