package fr.syaga.facturation.clockify.csv;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** The sums of a file's rows beside what its own TOTAL row says; a difference is a warning, and the rows win. */
final class CsvTotals {

    private final CsvHeading heading;
    private long seconds;
    private BigDecimal amount = BigDecimal.ZERO;
    private Duration statedDuration;
    private BigDecimal statedAmount;

    CsvTotals(CsvHeading heading) {
        this.heading = heading;
    }

    void add(ReportedEntry reported, List<String> fields) {
        seconds += Duration.between(reported.start(), reported.end()).toSeconds();
        BigDecimal cell = CsvTime.amount(heading.cell(fields, CsvColumn.AMOUNT));
        amount = cell == null ? amount : amount.add(cell);
    }

    void readStatedTotal(List<String> fields) {
        statedDuration = CsvTime.duration(heading.cell(fields, CsvColumn.DURATION));
        statedAmount = CsvTime.amount(heading.cell(fields, CsvColumn.AMOUNT));
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (statedDuration != null && statedDuration.toSeconds() != seconds) {
            warnings.add("The TOTAL row says %s, the rows add up to %s; the rows were taken."
                    .formatted(CsvTime.clock(statedDuration.toSeconds()), CsvTime.clock(seconds)));
        }
        if (statedAmount != null && statedAmount.compareTo(amount) != 0) {
            warnings.add("The TOTAL row says %s, the rows' amounts add up to %s; neither is billed, hours are."
                    .formatted(statedAmount.toPlainString(), amount.toPlainString()));
        }
        return warnings;
    }
}
