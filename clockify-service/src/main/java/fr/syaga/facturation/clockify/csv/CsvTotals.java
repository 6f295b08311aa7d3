package fr.syaga.facturation.clockify.csv;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.Told;

/** The sums of a file's rows beside what its own TOTAL row says; a difference is told, and the rows win. */
final class CsvTotals {

    private final CsvHeading heading;
    private long seconds;
    private BigDecimal amount = BigDecimal.ZERO;
    private Duration saidDuration;
    private BigDecimal saidAmount;

    CsvTotals(CsvHeading heading) {
        this.heading = heading;
    }

    void add(Told told, List<String> fields) {
        seconds += Duration.between(told.start(), told.end()).toSeconds();
        BigDecimal cell = CsvTime.amount(heading.cell(fields, CsvColumn.AMOUNT));
        amount = cell == null ? amount : amount.add(cell);
    }

    void said(List<String> fields) {
        saidDuration = CsvTime.duration(heading.cell(fields, CsvColumn.DURATION));
        saidAmount = CsvTime.amount(heading.cell(fields, CsvColumn.AMOUNT));
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (saidDuration != null && saidDuration.toSeconds() != seconds) {
            warnings.add("The TOTAL row says %s, the rows add up to %s; the rows were taken."
                    .formatted(CsvTime.clock(saidDuration.toSeconds()), CsvTime.clock(seconds)));
        }
        if (saidAmount != null && saidAmount.compareTo(amount) != 0) {
            warnings.add("The TOTAL row says %s, the rows' amounts add up to %s; neither is billed, hours are."
                    .formatted(saidAmount.toPlainString(), amount.toPlainString()));
        }
        return warnings;
    }
}
