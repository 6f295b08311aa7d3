package fr.syaga.facturation.recurrence.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fifteen invented years of the demonstration, read from the list as the accounting software exports it. */
public final class DemoHistory {

    public static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);
    public static final Path FOLDER = Path.of("..", "deploy", "demo");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private DemoHistory() {}

    /** A row of the list as it stands there. */
    public record Row(
            String number,
            String customerCode,
            String customerName,
            LocalDate issuedOn,
            BigDecimal net,
            BigDecimal gross) {}

    public static List<Row> rows() {
        return rows(FOLDER);
    }

    public static List<Row> rows(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("Factures clients.csv"), StandardCharsets.ISO_8859_1).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(DemoHistory::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(";");
        String[] customer = cells[1].split(" - ", 2);
        return new Row(
                cells[0].replace(" ", ""),
                customer[0],
                customer[1],
                LocalDate.parse(cells[2], DATE),
                new BigDecimal(cells[3].replace(',', '.')),
                new BigDecimal(cells[4].replace(',', '.')));
    }

    static List<CustomerHistory> customers() {
        return customers(rows());
    }

    static List<CustomerHistory> customers(List<Row> rows) {
        Map<String, List<HistoryDocument>> documents = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Row row : rows) {
            names.put(row.customerCode(), row.customerName());
            documents
                    .computeIfAbsent(row.customerCode(), code -> new ArrayList<>())
                    .add(new HistoryDocument(
                            row.number(),
                            row.issuedOn(),
                            row.net().movePointRight(2).longValueExact()));
        }
        return documents.entrySet().stream()
                .map(each -> new CustomerHistory(each.getKey(), names.get(each.getKey()), each.getValue()))
                .toList();
    }

    static List<Pattern> patterns() {
        return customers().stream()
                .flatMap(customer -> Detection.patternsOf(customer, AS_OF).stream())
                .toList();
    }
}
