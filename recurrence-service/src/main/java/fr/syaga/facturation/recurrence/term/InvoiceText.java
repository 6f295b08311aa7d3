package fr.syaga.facturation.recurrence.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.Period;

/**
 * The words of an invoice: a contract keeps them for all of its invoices, an occurrence as they were sent.
 *
 * @param label what is done
 * @param articleCode the article of the accounting software; null when the ledger knows which
 * @param subject the subject of the invoice, {@code {month}} standing for the months that it covers; null when it is the label
 * @param scope what the contract covers, a line each; they follow the label on the invoice
 */
@Embeddable
public record InvoiceText(
        String label,
        String articleCode,
        String subject,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(ReplacedAsAWhole.class)
        List<String> scope) {

    /** What invoice-service takes as the description of a line. */
    private static final int LONGEST = 2000;

    private static final int LONGEST_SUBJECT = 500;

    /** No months have a longer name than these. */
    private static final Period LONG_NAME = new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 12, 1));

    private static final String MONTH = "{month}";

    public InvoiceText {
        scope = scope == null ? List.of() : List.copyOf(scope);
    }

    /** As a person wrote it: blank is absent, and together the lines fit into one line of an invoice. */
    public static InvoiceText written(String label, String articleCode, String subject, List<String> scope) {
        List<String> lines = scope == null
                ? List.of()
                : scope.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        InvoiceText text = new InvoiceText(label, present(articleCode), present(subject), lines);
        InvoiceText longest = text.of(LONG_NAME, LONG_NAME.partInFrench(LONG_NAME));
        if (longest.description().length() > LONGEST) {
            throw Rejection.invalid(
                    "scope",
                    "is too long: with the label and the months a line of an invoice holds %d characters"
                            .formatted(LONGEST));
        }
        if (longest.subjectOrLabel().length() > LONGEST_SUBJECT) {
            throw Rejection.invalid(
                    "subject", "is too long: with the months it holds %d characters".formatted(LONGEST_SUBJECT));
        }
        return text;
    }

    private static String present(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The words of the invoice of a period, {@code remark} telling which part of it is invoiced; null when all of it is. */
    InvoiceText of(Period period, String remark) {
        String months = period.inFrench();
        String whole = label + " - " + months;
        String month = months.toLowerCase(Locale.FRENCH);
        return new InvoiceText(
                remark == null ? whole : whole + " (" + remark + ")",
                articleCode,
                subject == null ? null : subject.replace(MONTH, month),
                scope.stream().map(line -> line.replace(MONTH, month)).toList());
    }

    /** What stands above the lines of the invoice. */
    public String subjectOrLabel() {
        return subject == null ? label.lines().findFirst().orElse(label) : subject;
    }

    /** The text of the invoice's one line, the scope below what is done. */
    public String description() {
        return scope.isEmpty() ? label : label + "\n" + String.join("\n", scope);
    }
}
