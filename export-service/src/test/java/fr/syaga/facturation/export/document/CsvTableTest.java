package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.table.CsvTable;

import static org.assertj.core.api.Assertions.assertThat;

/** The CSV read back as a French spreadsheet does: semicolons, decimal comma. */
class CsvTableTest {

    @TempDir
    Path folder;

    @Test
    void theUsersElevenColumnsComeFirstAndInTheirOrder() throws IOException {
        String text = Files.readString(write(Invoices.ofTheDemonstration()));

        assertThat(text)
                .startsWith("\uFEFFtype;numero;date_facture;client;description;montant_ht;montant_tva;montant_ttc;"
                        + "mode_paiement;echeance;status;");
        assertThat(text).endsWith("\r\n");
    }

    @Test
    void oneRowAnInvoiceAndNothingAfterAddsUpToTheControlTotals() throws IOException {
        List<NamedCsvRecord> rows = read(write(Invoices.ofTheDemonstration()));

        assertThat(rows).hasSize(23);
        assertThat(sum(rows, "montant_ht")).isEqualByComparingTo("28570.00");
        assertThat(sum(rows, "montant_ttc")).isEqualByComparingTo("34284.00");
    }

    @Test
    void theUsersWordsStandInTheRows() throws IOException {
        List<NamedCsvRecord> rows =
                read(write(List.of(Invoices.time("LAA10", "12.5"), Invoices.recurring("LAA10", "1400.00"))));

        NamedCsvRecord time = rows.get(0);
        assertThat(time.getField("type")).isEqualTo("FIN_MOIS_JUILLET");
        assertThat(time.getField("numero")).isEqualTo("À_GÉNÉRER");
        assertThat(time.getField("date_facture")).isEqualTo("31/07/2025");
        assertThat(time.getField("montant_ht")).isEqualTo("1375,00");
        assertThat(time.getField("status")).isEqualTo("TEMPS_CLOCKIFY");
        assertThat(rows.get(1).getField("type")).isEqualTo("RÉCURRENT_AOÛT");
        assertThat(rows.get(1).getField("status")).isEqualTo("RÉCURRENT");
    }

    @Test
    void aFormulaInATextIsNeutralisedAndANegativeAmountStaysANumber() throws IOException {
        Invoice bad = Invoices.of(
                "LAA10",
                Invoice.Kind.CREDIT_NOTE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "=HYPERLINK(\"x\";\"y\")",
                List.of(Invoices.line(1, "x", "-2", "10.00", "20")));

        NamedCsvRecord row = read(write(List.of(bad))).get(0);

        assertThat(row.getField("description")).isEqualTo("'=HYPERLINK(\"x\";\"y\")");
        assertThat(row.getField("montant_ht")).isEqualTo("-20,00");
    }

    @Property
    void noTextCellBeginsAFormula(@ForAll String text) {
        String cell = CsvTable.text(text);

        assertThat(cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0).isTrue();
        assertThat(cell).endsWith(text.replaceAll("\\R", " "));
    }

    @Test
    void aSubjectOfSeveralLinesStaysOneLineOfTheFile() throws IOException {
        Invoice invoice = Invoices.of(
                "LAA10",
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "Serveurs\r\net sauvegardes",
                List.of(Invoices.line(1, "x", "2", "10.00", "20")));

        assertThat(Files.readAllLines(write(List.of(invoice)))).hasSize(2);
    }

    private Path write(List<Invoice> invoices) throws IOException {
        Path file = folder.resolve("a.csv");
        new CsvTable(Written.words()).write(Written.set(invoices, null), file);
        return file;
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(Files.readString(file).substring(1))) {
            return rows.stream().toList();
        }
    }

    private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.getField(column).replace(',', '.')))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
