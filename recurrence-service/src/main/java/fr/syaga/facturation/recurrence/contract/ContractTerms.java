package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fr.syaga.facturation.edge.ClearableText;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.WrittenBack;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;
import fr.syaga.facturation.recurrence.term.Approval;
import fr.syaga.facturation.recurrence.term.InvoiceText;
import fr.syaga.facturation.recurrence.term.RequestedTerm;

/**
 * A contract as a person writes it.
 *
 * @param months the months in which it is due; the month of {@code billFrom} and every periodicity from it when absent
 * @param dayOfMonth 1 to 31, 31 being the last day of the month; 1 when absent, kept when a change leaves it out
 * @param since the first day of the service; {@code billFrom} when absent
 * @param billFrom nothing that is due earlier is ever invoiced; today, or {@code since} when that is later, when absent
 * @param includedHours hours a month that the price covers
 * @param articleCode the article of the accounting software, at most 40 characters; blank for none, kept when a change leaves it out
 * @param subject the subject of its invoices, {@code {month}} standing for the months; blank for none, kept when left out
 * @param scope what it covers, a line each, at most 50; none when empty, kept when left out
 * @param prorated whether a period that the contract begins or ends within is invoiced by the day; whole periods when absent
 */
@WrittenBack(ContractView.class)
public record ContractTerms(
        @NotBlank @Size(max = 40) String customerCode,
        @Size(max = 200) String customerName,
        @NotBlank @Size(max = 300) String label,

        @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
        BigDecimal netAmount,

        @NotNull Periodicity periodicity,
        List<@NotNull @Min(1) @Max(12) Integer> months,
        @Min(1) @Max(31) Integer dayOfMonth,
        LocalDate since,
        LocalDate billFrom,
        LocalDate until,
        Approval approval,
        @DecimalMin("0") @Digits(integer = 4, fraction = 2) BigDecimal includedHours,
        Boolean prorated,

        @Size(max = 40)
        @Pattern(regexp = ONE_LINE, message = "holds a line break")
        @JsonDeserialize(using = ClearableText.class)
        String articleCode,

        @Size(max = 300)
        @Pattern(regexp = ONE_LINE, message = "holds a line break")
        @JsonDeserialize(using = ClearableText.class)
        String subject,

        @Size(max = 50) @JsonDeserialize(contentUsing = ClearableText.class)
        List<@NotNull @Size(max = 300) @Pattern(regexp = ONE_LINE, message = "holds a line break") String> scope,

        @Schema(readOnly = true) UUID patternId)
        implements RequestedTerm {

    private static final String ONE_LINE = "[^\\r\\n]*";

    /** What is known of a contract without a person's word; the rest is as if nobody wrote it. */
    public static ContractTerms of(
            String customerCode,
            String customerName,
            String label,
            BigDecimal netAmount,
            Schedule schedule,
            LocalDate billFrom) {
        return new ContractTerms(
                customerCode,
                customerName,
                label,
                netAmount,
                schedule.periodicity(),
                schedule.months(),
                schedule.dayOfMonth(),
                null,
                billFrom,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public InvoiceText text() {
        return InvoiceText.written(label, articleCode, subject, scope);
    }

    /** The words that hold once these terms are taken over; what they leave out stays. */
    public InvoiceText textOver(InvoiceText before) {
        return InvoiceText.written(
                label,
                articleCode == null ? before.articleCode() : articleCode,
                subject == null ? before.subject() : subject,
                scope == null ? before.scope() : scope);
    }

    @Override
    public LocalDate billFromOr(LocalDate today) {
        if (billFrom != null && since != null && billFrom.isBefore(since)) {
            throw Rejection.invalid("billFrom", "is before the contract begins on " + since);
        }
        LocalDate earliest = since != null && since.isAfter(today) ? since : today;
        return billFrom == null ? earliest : billFrom;
    }

    public String customerNameOr(String before) {
        return customerName == null || customerName.isBlank() ? before : customerName;
    }

    @Override
    public Schedule scheduleFrom(LocalDate day, int usualDay) {
        YearMonth month = YearMonth.from(day);
        YearMonth anchor = months == null || months.isEmpty() ? month : YearMonth.of(month.getYear(), months.get(0));
        Schedule schedule = new Schedule(periodicity, anchor, dayOfMonth == null ? usualDay : dayOfMonth);
        if (months != null && !schedule.months().containsAll(months)) {
            throw Rejection.invalid(
                    "months",
                    "a %s contract is due in the months %s or in others as far apart"
                            .formatted(periodicity, schedule.months()));
        }
        return schedule;
    }
}
