package fr.syaga.facturation.export.table;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.dhatim.fastexcel.Worksheet;

import fr.syaga.facturation.export.invoicing.Invoice;

/** Net amounts by customer and month; row and column sums are plain values, equal to the first sheet's total. */
final class CustomerMonths {

    static final String SHEET = "Par_Client_Et_Mois";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Map<String, Map<YearMonth, BigDecimal>> net = new TreeMap<>();
    private final SortedMap<YearMonth, BigDecimal> totals = new TreeMap<>();

    void add(Invoice invoice) {
        YearMonth month = YearMonth.from(invoice.issuedOn());
        totals.merge(month, invoice.netAmount(), BigDecimal::add);
        net.computeIfAbsent(customer(invoice), code -> new TreeMap<>())
                .merge(month, invoice.netAmount(), BigDecimal::add);
    }

    private static String customer(Invoice invoice) {
        return XlsxWorkbook.text(invoice.customerCode() + " - " + invoice.customerName());
    }

    void write(Worksheet sheet) {
        headings(sheet);
        int row = 1;
        for (Map.Entry<String, Map<YearMonth, BigDecimal>> customer : net.entrySet()) {
            amounts(sheet, row++, customer.getKey(), customer.getValue());
        }
        amounts(sheet, row, "TOTAL HT", totals);
        sheet.range(row, 0, row, totals.size() + 1)
                .style()
                .bold()
                .format(XlsxWorkbook.AMOUNT)
                .set();
    }

    /** The total row as a picture; none of an export without invoices. */
    Optional<MonthChart> chart() {
        return totals.isEmpty()
                ? Optional.empty()
                : Optional.of(new MonthChart(
                        SHEET,
                        totals.keySet().stream().map(MONTH::format).toList(),
                        List.copyOf(totals.values()),
                        net.size() + 1));
    }

    private void headings(Worksheet sheet) {
        sheet.value(0, 0, "Client");
        sheet.width(0, 44);
        int column = 1;
        for (YearMonth month : totals.keySet()) {
            sheet.width(column, 16);
            sheet.value(0, column++, MONTH.format(month));
        }
        sheet.width(column, 16);
        sheet.value(0, column, "Total HT");
        sheet.range(0, 0, 0, column)
                .style()
                .bold()
                .fillColor(XlsxWorkbook.HEADING_COLOUR)
                .set();
        sheet.freezePane(1, 1);
        XlsxWorkbook.page(sheet);
    }

    private void amounts(Worksheet sheet, int row, String name, Map<YearMonth, BigDecimal> amounts) {
        sheet.value(row, 0, name);
        int column = 1;
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : totals.keySet()) {
            BigDecimal amount = amounts.get(month);
            if (amount != null) {
                XlsxWorkbook.amount(sheet, row, column, amount);
                sum = sum.add(amount);
            }
            column++;
        }
        XlsxWorkbook.amount(sheet, row, column, sum);
    }
}
