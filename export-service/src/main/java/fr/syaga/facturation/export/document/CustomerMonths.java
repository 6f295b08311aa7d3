package fr.syaga.facturation.export.document;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.dhatim.fastexcel.Worksheet;

import fr.syaga.facturation.export.invoicing.Invoice;

/** Net amounts by customer and month; row and column sums are plain values, equal to the first sheet's total. */
final class CustomerMonths {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Map<String, Map<YearMonth, BigDecimal>> net = new TreeMap<>();
    private final SortedSet<YearMonth> months = new TreeSet<>();

    void add(Invoice invoice) {
        YearMonth month = YearMonth.from(invoice.issuedOn());
        months.add(month);
        net.computeIfAbsent(customer(invoice), code -> new TreeMap<>())
                .merge(month, invoice.netAmount(), BigDecimal::add);
    }

    private static String customer(Invoice invoice) {
        return XlsxWorkbook.text(invoice.customerCode() + " - " + invoice.customerName());
    }

    void write(Worksheet sheet) {
        headings(sheet);
        int row = 1;
        Map<YearMonth, BigDecimal> columns = new TreeMap<>();
        for (Map.Entry<String, Map<YearMonth, BigDecimal>> customer : net.entrySet()) {
            amounts(sheet, row++, customer.getKey(), customer.getValue());
            customer.getValue().forEach((month, amount) -> columns.merge(month, amount, BigDecimal::add));
        }
        amounts(sheet, row, "TOTAL HT", columns);
        sheet.range(row, 0, row, months.size() + 1)
                .style()
                .bold()
                .format(XlsxWorkbook.AMOUNT)
                .set();
    }

    private void headings(Worksheet sheet) {
        sheet.value(0, 0, "Client");
        sheet.width(0, 44);
        int column = 1;
        for (YearMonth month : months) {
            sheet.width(column, 16);
            sheet.value(0, column++, month.format(MONTH));
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
        for (YearMonth month : months) {
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
