package fr.syaga.facturation.clockify.billing.lines;

import java.math.BigDecimal;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * One draft to be: lines, and the entries that are locked to them.
 *
 * @param part which of the customer's drafts of the month it is; empty for the shared one
 * @param group the title of the layout's group that has the draft for itself, or null
 */
public record Bill(String customerCode, String part, String group, List<Measured> measured) {

    /**
     * A line and the entries in it.
     *
     * @param hourPrice what an hour of the line is worth
     */
    public record Measured(BilledLine line, List<TimeEntry> entries, BigDecimal hourPrice) {}

    public List<BilledLine> lines() {
        return measured.stream().map(Measured::line).toList();
    }

    public List<TimeEntry> entries() {
        return measured.stream().flatMap(line -> line.entries().stream()).toList();
    }
}
