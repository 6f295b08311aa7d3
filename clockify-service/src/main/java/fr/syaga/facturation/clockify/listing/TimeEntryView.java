package fr.syaga.facturation.clockify.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Billed;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.CustomerBy;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * An entry as it is shown.
 *
 * @param end null while the timer runs
 * @param customerBy what told the customer: CLIENT, PROJECT, WORDS, or a person's CHOICE
 * @param seconds exact, from start to end
 * @param coveredSeconds of a FACTURABLE entry that a contract's hours still covered
 * @param amount what the entry alone costs; the bill rounds hours once a line
 * @param rule what decided the category: a rule's name, CHOICE, RUNNING, NO_PROJECT
 * @param billedBy the invoice, or null
 * @param type REGULAR, BREAK, TIME_OFF, HOLIDAY, or another word of Clockify's
 * @param billedElsewhere Clockify has it on an invoice: not drafted until {@code POST /time-entries/unbilled}
 * @param elsewhereInvoice what that invoice is called there; null when it was not told
 * @param approval APPROVED, or another word of Clockify's; null when it was not told
 */
public record TimeEntryView(
        UUID id,
        String clockifyId,
        String customerCode,
        CustomerBy customerBy,
        String clientName,
        String projectName,
        String taskName,
        String tags,
        String description,
        String userName,
        Instant start,
        Instant end,
        long seconds,
        Category category,
        long coveredSeconds,
        BigDecimal amount,
        String rule,
        String reason,
        UUID billedBy,
        String type,
        boolean billedElsewhere,
        String elsewhereInvoice,
        String approval) {

    public static TimeEntryView of(TimeEntry entry, PriceList prices) {
        EntryDetails details = entry.details();
        return new TimeEntryView(
                entry.id(),
                entry.clockifyId(),
                entry.customerCode(),
                entry.verdict().customerBy(),
                details.clientName(),
                details.projectName(),
                details.taskName(),
                details.tags(),
                details.description(),
                details.userName(),
                entry.startedAt(),
                entry.endedAt(),
                entry.seconds(),
                entry.category(),
                entry.verdict().coveredSeconds(),
                Worth.amount(entry, prices),
                entry.verdict().rule(),
                entry.verdict().reason(),
                entry.billed().map(Billed::invoice).orElse(null),
                entry.status().typeOrRegular(),
                entry.isBilledElsewhere(),
                entry.status().invoice(),
                entry.status().approval());
    }
}
