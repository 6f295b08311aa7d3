import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The floor of an export: its library alone writes so many documents of a few fields, the second time, when it is warm. */
public final class ExportFloor {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 31);

    private interface Writing {
        void write(OutputStream out, int count) throws Exception;
    }

    public static void main(String... arguments) throws Exception {
        Writing writing = switch (arguments[0]) {
            case "CSV" -> ExportFloor::csv;
            case "XLSX" -> ExportFloor::xlsx;
            default -> ExportFloor::xml;
        };
        int count = Integer.parseInt(arguments[1]);
        Path file = Files.createTempFile("floor", ".out");
        long cpu = 0;
        for (int round = 0; round < 2; round++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.write(out, count);
            }
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        }
        Files.delete(file);
        System.out.printf("  the floor  %s alone: %.1f µs of processors each%n", arguments[0], cpu / 1e3 / count);
    }

    private static void csv(OutputStream out, int count) throws Exception {
        try (CsvWriter rows = CsvWriter.builder().fieldSeparator(';').build(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < count; i++) {
                rows.writeRecord(List.of("Facture", "F202507" + i, "31/07/2025", "CLIENT " + i % 997, "Forfait", "1000,00", "200,00", "1200,00"));
            }
        }
    }

    private static void xlsx(OutputStream out, int count) throws Exception {
        try (Workbook workbook = new Workbook(out, "floor", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("floor");
            for (int i = 0; i < count; i++) {
                sheet.value(i, 0, "Facture");
                sheet.value(i, 1, "F202507" + i);
                sheet.value(i, 2, DAY);
                sheet.value(i, 3, "CLIENT " + i % 997);
                sheet.value(i, 4, "Forfait");
                sheet.value(i, 5, new BigDecimal(1000 + i % 997));
                sheet.value(i, 6, new BigDecimal(200));
                sheet.value(i, 7, new BigDecimal(1200));
                if (i % 1000 == 999) {
                    sheet.flush();
                }
            }
        }
    }

    private static void xml(OutputStream out, int count) throws Exception {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("NewDataSet");
        for (int i = 0; i < count; i++) {
            xml.writeStartElement("PIECE");
            for (String field : List.of("CLIENT_CODE", "TYPE", "WEB_ID", "DESIG", "DATE_CREATION", "MONNAIE", "QTE", "PUHT")) {
                xml.writeStartElement(field);
                xml.writeCharacters("value " + i);
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }
}
