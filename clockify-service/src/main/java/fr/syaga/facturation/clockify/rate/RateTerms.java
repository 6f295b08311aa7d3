package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.WrittenBack;

/**
 * A price of an hour and whom it is for; what is not given asks for nothing.
 *
 * @param projectName a project of the customer: many customers have a project of the same name
 * @param person a name or an e-mail
 * @param from the first day on which it holds, until a later one of the same kind begins
 * @param netAmount euros an hour, without VAT
 */
@WrittenBack(RateView.class)
public record RateTerms(
        @Size(max = 40) String customerCode,
        @Size(max = 200) String projectName,
        @Size(max = 200) String person,
        @NotNull LocalDate from,

        @NotNull @DecimalMin("0") @Digits(integer = 6, fraction = 2)
        BigDecimal netAmount) {

    public RateTerms {
        customerCode = orNull(customerCode);
        projectName = orNull(projectName);
        person = orNull(person);
    }

    private static String orNull(String text) {
        return PlainText.orNull(text);
    }

    boolean appliesTo(String customer, String project, Collection<String> names, LocalDate day) {
        return !from.isAfter(day)
                && (customerCode == null || customerCode.equals(customer))
                && (projectName == null || projectName.equalsIgnoreCase(project))
                && (person == null || names.stream().anyMatch(person::equalsIgnoreCase));
    }

    boolean isForTheSame(RateTerms other) {
        return Objects.equals(customerCode, other.customerCode)
                && Objects.equals(folded(projectName), folded(other.projectName))
                && Objects.equals(folded(person), folded(other.person));
    }

    private static String folded(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** What was agreed for a project goes before what holds for the customer, and that before a person's general price. */
    int weight() {
        return (projectName == null ? 0 : 2) + (customerCode == null ? 0 : 2) + (person == null ? 0 : 1);
    }
}
