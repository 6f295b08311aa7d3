package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/**
 * A recurring contract found in the history of one customer, with what proves it.
 *
 * @param netAmount the price last billed; an odd amount is no price
 * @param missed consecutive due dates without an invoice up to the day of the analysis
 * @param confidence 0 to 1
 * @param occurrences what was billed for which due date, oldest first
 * @param leaks what is wrong in its history, oldest first
 */
public record Pattern(
        UUID id,
        String customerCode,
        String customerName,
        BigDecimal netAmount,
        Schedule schedule,
        LocalDate since,
        LocalDate lastInvoicedOn,
        LocalDate nextDueOn,
        int missed,
        double confidence,
        PatternStatus status,
        String explanation,
        List<Occurrence> occurrences,
        List<PricePoint> priceHistory,
        List<Leak> leaks) {

    /**
     * One due date that was billed.
     *
     * @param dueOn the date of the calendar
     * @param issuedOn the date of the document
     */
    public record Occurrence(LocalDate dueOn, String number, LocalDate issuedOn, BigDecimal netAmount) {}

    public Periodicity periodicity() {
        return schedule.periodicity();
    }

    /** The numbers of the documents that prove it, oldest first. */
    public List<String> evidence() {
        return occurrences.stream().map(Occurrence::number).toList();
    }

    /** The same pattern keeps its name from analysis to analysis. */
    static UUID idOf(String customerCode, Periodicity periodicity, int dayOfMonth, String firstNumber) {
        String name = String.join("|", customerCode, periodicity.name(), Integer.toString(dayOfMonth), firstNumber);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
