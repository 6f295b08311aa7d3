package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.table.XlsxWorkbook;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

/** The workbook read back by another library. */
class XlsxWorkbookTest {

    @TempDir
    Path folder;

    @Test
    void datesAndAmountsAreTypedUnderFrenchHeadings() throws IOException {
        try (XSSFWorkbook workbook = write(Invoices.ofTheDemonstration())) {
            XSSFSheet sheet = workbook.getSheet("Factures_A_Editer");

            assertThat(sheet.getRow(0).getCell(5).getStringCellValue()).isEqualTo("Montant HT");
            Row first = sheet.getRow(1);
            assertThat(DateUtil.isCellDateFormatted(first.getCell(2))).isTrue();
            assertThat(first.getCell(2).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2025, 7, 31));
            assertThat(first.getCell(5).getNumericCellValue()).isEqualTo(1320.00);
        }
    }

    @Test
    void theTotalRowIsAFormulaWhoseValueAReaderSeesWithoutComputing() throws IOException {
        try (XSSFWorkbook workbook = write(Invoices.ofTheDemonstration())) {
            Row total = workbook.getSheet("Factures_A_Editer").getRow(24);

            assertThat(total.getCell(5).getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(total.getCell(5).getCellFormula()).isEqualTo("SUM(F2:F24)");
            assertThat(total.getCell(5).getNumericCellValue()).isEqualTo(28570.00);
            assertThat(total.getCell(6).getNumericCellValue()).isEqualTo(5714.00);
            assertThat(total.getCell(7).getNumericCellValue()).isEqualTo(34284.00);
            var computed = workbook.getCreationHelper().createFormulaEvaluator().evaluate(total.getCell(7));
            assertThat(computed.getNumberValue()).isEqualTo(34284.00);
        }
    }

    @Test
    void theSheetIsReadyToFilterAndToPrint() throws IOException {
        try (XSSFWorkbook workbook = write(Invoices.ofTheDemonstration())) {
            XSSFSheet sheet = workbook.getSheet("Factures_A_Editer");

            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:S24");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    void theSecondSheetSaysTheSameByCustomerAndMonth() throws IOException {
        try (XSSFWorkbook workbook = write(Invoices.ofTheDemonstration())) {
            XSSFSheet sheet = workbook.getSheet("Par_Client_Et_Mois");
            Row total = sheet.getRow(sheet.getLastRowNum());

            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("juillet 2025");
            assertThat(total.getCell(1).getNumericCellValue()).isEqualTo(24420.00);
            assertThat(total.getCell(2).getNumericCellValue()).isEqualTo(4150.00);
            assertThat(total.getCell(3).getNumericCellValue()).isEqualTo(28570.00);
        }
    }

    @Test
    void theSecondSheetShowsTheRevenueByMonthAsAChart() throws IOException {
        try (XSSFWorkbook workbook = write(Invoices.ofTheDemonstration())) {
            XSSFSheet sheet = workbook.getSheet("Par_Client_Et_Mois");
            int total = sheet.getLastRowNum() + 1;
            XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
            XDDFChartData.Series series = chart.getChartSeries().get(0).getSeries(0);

            assertThat(chart.getTitleText().getString()).isEqualTo("Chiffre d’affaires HT par mois");
            assertThat(series.getCategoryData().getDataRangeReference()).isEqualTo("Par_Client_Et_Mois!$B$1:$C$1");
            assertThat(series.getCategoryData().getPointAt(1)).isEqualTo("août 2025");
            assertThat(series.getValuesData().getDataRangeReference())
                    .isEqualTo("Par_Client_Et_Mois!$B$%d:$C$%d".formatted(total, total));
            assertThat(series.getValuesData().getPointAt(0)).hasToString("24420.0");
            assertThat(chart.getCTChart().xmlText()).contains("<a:t>Mois</a:t>", "<a:t>Euros HT</a:t>");
            Files.copy(folder.resolve("a.xlsx"), Path.of("target", "chart.xlsx"), REPLACE_EXISTING);
        }
    }

    @Test
    void anExportWithoutInvoicesHasNoChart() throws IOException {
        try (XSSFWorkbook workbook = write(List.of())) {
            assertThat(workbook.getSheet("Par_Client_Et_Mois").getDrawingPatriarch())
                    .isNull();
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysText() throws IOException {
        Invoice bad = Invoices.of(
                "LAA10",
                Invoice.Kind.INVOICE,
                Invoice.Origin.MANUAL,
                LocalDate.of(2025, 8, 1),
                "=1+1</f>\u0002",
                List.of(Invoices.line(1, "x", "2", "10.00", "20")));

        try (XSSFWorkbook workbook = write(List.of(bad))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(4);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1</f>");
        }
    }

    @Test
    void thousandsOfInvoicesKeepTheirTotals() throws IOException {
        List<Invoice> many = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            many.add(Invoices.recurring("C" + i, "10.01"));
        }

        try (XSSFWorkbook workbook = write(many)) {
            Row total = workbook.getSheetAt(0).getRow(5001);
            assertThat(total.getCell(5).getNumericCellValue()).isEqualTo(50050.00);
        }
    }

    private XSSFWorkbook write(List<Invoice> invoices) throws IOException {
        Path file = folder.resolve("a.xlsx");
        new XlsxWorkbook(Written.words()).write(Written.set(invoices, null), file);
        return new XSSFWorkbook(Files.newInputStream(file));
    }
}
