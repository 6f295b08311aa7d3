package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.fec.BusinessYear;
import fr.syaga.facturation.export.fec.FecJournal;
import fr.syaga.facturation.export.invoicing.Invoice;

import static org.assertj.core.api.Assertions.assertThat;

/** The sales journal read back as a flat file. */
class FecJournalTest {

    private static final int ENTRY = 2;
    private static final int ACCOUNT = 4;
    private static final int NAME = 7;
    private static final int PIECE = 8;
    private static final int DEBIT = 11;
    private static final int CREDIT = 12;
    private static final int VALID_DATE = 15;

    @TempDir
    Path folder;

    @Test
    void eighteenColumnsInTheirOrder() throws IOException {
        List<String[]> rows =
                write(List.of(Papers.paper(1, "FRENCH", "20", 1, false).invoice()));

        assertThat(rows.get(0)).containsExactlyElementsOf(FecJournal.COLUMNS).hasSize(18);
        assertThat(rows.get(1))
                .startsWith("VE", "Ventes", "1", "20260901", "411000", "Clients", "CLI1", "Ateliers Noël & Fils 1")
                .contains("F202609001", "Facture Ateliers Noël & Fils 1", "693,00");
        assertThat(rows).hasSize(4);
    }

    @Test
    void everyEntryIsBalancedAndTheirNumbersHaveNoHole() throws IOException {
        List<Invoice> invoices =
                Papers.sample().stream().map(PaperDocument::invoice).toList();

        List<String[]> rows = write(invoices);

        Map<String, BigDecimal> balances = rows.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        row -> row[ENTRY], row -> amount(row[DEBIT]).subtract(amount(row[CREDIT])), BigDecimal::add));
        assertThat(balances).hasSize(200);
        assertThat(balances.values()).allMatch(balance -> balance.signum() == 0);
        for (int number = 1; number <= 200; number++) {
            assertThat(balances).containsKey(Integer.toString(number));
        }
        assertThat(rows.stream().skip(1)).allMatch(row -> row[VALID_DATE].isEmpty());
    }

    @Test
    void aFreeInvoiceHasNoEntryAndLeavesNoHole() throws IOException {
        Invoice one = Papers.paper(1, "FRENCH", "20", 1, false).invoice();
        Invoice free = Invoices.recurring("OFFERT", "0.00");
        Invoice other = Papers.paper(3, "FRENCH", "20", 1, false).invoice();

        List<String[]> rows = write(List.of(one, free, other));

        assertThat(rows.stream().skip(1).map(row -> row[ENTRY]).distinct()).containsExactly("1", "2");
    }

    @Test
    void aCreditNoteSwapsSides() throws IOException {
        Invoice creditNote = Papers.paper(1, "FRENCH", "20", 1, true).invoice();

        List<String[]> rows = write(List.of(creditNote));

        assertThat(rows.get(1)[ACCOUNT]).isEqualTo("411000");
        assertThat(rows.get(1)[CREDIT]).isEqualTo("693,00");
        assertThat(rows.get(1)[DEBIT]).isEqualTo("0,00");
        assertThat(rows.get(2)[DEBIT]).isEqualTo("577,50");
    }

    @Test
    void anEntryOffBalanceIsNotOfferedAndTheOthersAre() throws IOException {
        PaperDocument right = Papers.paper(1, "FRENCH", "20", 1, false);
        Invoice wrong = Papers.withNet(right, new BigDecimal("577.51")).invoice();
        Invoice other = Papers.paper(2, "FRENCH", "20", 1, false).invoice();
        DocumentSet documents = Written.set(List.of(wrong, other), null);

        List<String[]> rows = write(documents);

        assertThat(rows.stream().skip(1).map(row -> row[PIECE]).distinct()).containsExactly("F202609002");
        assertThat(documents.leftOut()).hasSize(1);
        assertThat(documents.leftOut().get(0).invoice().number()).isEqualTo("F202609001");
        assertThat(documents.leftOut().get(0).why()).contains("F202609001", "off balance");
        assertThat(documents.documents()).isEqualTo(1);
        assertThat(documents.totalNet()).isEqualByComparingTo(other.netAmount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Œuvres & cœurs, Ÿ Š š Ž ž à 5 €|Œuvres & cœurs, Ÿ Š š Ž ž à 5 €",
                "L’été – « ici » …|L'été - « ici » ...",
                "½ part, Dvořák, 日 🚀\u200D|1/2 part, Dvorák, ? ?",
                "e\u0301te\u0301|été"
            })
    void whatItsCharsetHoldsStaysAndOnlyTheRestIsReplaced(String name, String written) throws IOException {
        Invoice invoice = Invoices.recurring(name, "100.00");

        assertThat(write(List.of(invoice)).get(1)[NAME]).isEqualTo("Société " + written);
    }

    @Test
    void itsNameFollowsTheRuleAndSaysThatItIsAnExport() {
        assertThat(FecJournal.fileName("732829320", BusinessYear.of(LocalDate.of(2026, 9, 1), 12), ""))
                .isEqualTo("export-ventes_732829320FEC20261231.txt");
        assertThat(FecJournal.fileName("732829320", BusinessYear.of(LocalDate.of(2026, 9, 1), 6), ""))
                .isEqualTo("export-ventes_732829320FEC20270630.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31,12,2025-01-01,2025-12-31",
        "2026-01-01,12,2026-01-01,2026-12-31",
        "2026-06-30,6,2025-07-01,2026-06-30",
        "2026-07-01,6,2026-07-01,2027-06-30",
        "2024-01-31,2,2023-03-01,2024-02-29"
    })
    void aBusinessYearMayBeBroken(LocalDate day, int lastMonth, LocalDate from, LocalDate to) {
        assertThat(BusinessYear.of(day, lastMonth)).isEqualTo(new BusinessYear(from, to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"13,14,15|13-15", "3,7,8,12|3,7-8,12", "5|5"})
    void numbersAreKeptAsRanges(String numbers, String ranges) {
        List<Integer> each = Stream.of(numbers.split(",")).map(Integer::valueOf).toList();
        List<Integer> read = new ArrayList<>();

        EntryNumbers kept = EntryNumbers.of(each);
        kept.each().forEachRemaining((int number) -> read.add(number));

        assertThat(kept.ranges()).isEqualTo(ranges);
        assertThat(read).isEqualTo(each);
    }

    private List<String[]> write(List<Invoice> invoices) throws IOException {
        return write(Written.set(invoices, null));
    }

    private List<String[]> write(DocumentSet documents) throws IOException {
        Path file = folder.resolve("fec.txt");
        new FecJournal(Written.accounts()).write(documents, file);
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, Charset.forName("ISO-8859-15"))) {
            rows.add(line.split("\t", -1));
        }
        return rows;
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
