package fr.syaga.facturation.clockify.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.Words;
import fr.syaga.facturation.edge.PlainText;

/**
 * A part of a customer's work that has lines of its own.
 *
 * @param words an item takes an entry when all its words stand in the project's name or the text
 * @param projects an item takes the entries of the project of that name
 * @param unit HOUR when it is not said
 * @param unitPrice euros without VAT; hours may leave it to the price list
 * @param hoursPerDay 7 when it is not said
 * @param roundUpTo the step that a line's quantity is rounded up to; half up to two decimals when it is not said
 * @param ownInvoice a draft of its own; false: one draft with all others of that kind
 * @param designation the lines of text, in which {@code {month}} becomes {@code juillet 2025}
 */
public record LayoutGroup(
        @Size(max = 100) String title,
        @Size(max = 100) List<@NotBlank @Size(max = 200) String> words,
        @Size(max = 100) List<@NotBlank @Size(max = 500) String> projects,
        @NotNull BilledUnit unit,

        @DecimalMin("0") @Digits(integer = 6, fraction = 2) BigDecimal unitPrice,

        @DecimalMin("0.25") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
        BigDecimal hoursPerDay,

        @DecimalMin("0.01") @DecimalMax("1000") @Digits(integer = 4, fraction = 2)
        BigDecimal roundUpTo,

        boolean ownInvoice,
        @Size(max = 1900) String designation) {

    private static final BigDecimal A_DAY = BigDecimal.valueOf(7);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int MOST_DIGITS = 12;
    private static final String MONTH = "{month}";

    public LayoutGroup {
        title = orNull(title);
        words = words == null ? List.of() : Collections.unmodifiableList(words);
        projects = projects == null ? List.of() : Collections.unmodifiableList(projects);
        unitPrice = inCents(unitPrice);
        unit = unit == null ? BilledUnit.HOUR : unit;
        hoursPerDay = hoursPerDay == null && unit == BilledUnit.DAY ? A_DAY : hoursPerDay;
        designation = orNull(designation == null ? null : designation.replace("\r\n", "\n"));
    }

    /** Written with two decimals; a figure that is no price at all stays as it came, to be refused. */
    private static BigDecimal inCents(BigDecimal price) {
        boolean isShort = price != null && price.scale() < 2 && price.scale() > -MOST_DIGITS;
        return isShort ? price.setScale(2) : price;
    }

    private static String orNull(String text) {
        return PlainText.orNull(text);
    }

    /** What no layout says more about: hours at the price list's price, on the shared draft. */
    static LayoutGroup ofAllElse() {
        return new LayoutGroup(null, null, null, BilledUnit.HOUR, null, null, null, false, null);
    }

    boolean takes(EntryDetails details, Words text) {
        boolean byProject = details.projectName() != null
                && projects.stream().anyMatch(each -> Words.fold(each).equals(Words.fold(details.projectName())));
        return byProject || words.stream().anyMatch(text::holdEach);
    }

    /** Exact seconds as what is printed: rounded once, up to the step or half up to two decimals. */
    public BigDecimal quantity(long seconds) {
        return switch (unit) {
            case HOUR -> rounded(seconds, BigDecimal.ONE);
            case DAY -> rounded(seconds, hoursPerDay);
            case FIXED -> BigDecimal.valueOf(seconds > 0 ? 1 : 0).setScale(2);
        };
    }

    private BigDecimal rounded(long seconds, BigDecimal hours) {
        BigDecimal unitSeconds = hours.multiply(SECONDS_PER_HOUR);
        if (roundUpTo == null) {
            return BigDecimal.valueOf(seconds).divide(unitSeconds, 2, RoundingMode.HALF_UP);
        }
        return BigDecimal.valueOf(seconds)
                .divide(unitSeconds.multiply(roundUpTo), 0, RoundingMode.CEILING)
                .multiply(roundUpTo)
                .setScale(2, RoundingMode.UNNECESSARY);
    }

    /** What an hour of a line of this price is worth; nothing where the price is fixed. */
    public BigDecimal hourPrice(BigDecimal linePrice) {
        return switch (unit) {
            case HOUR -> linePrice;
            case DAY -> linePrice.divide(hoursPerDay, 2, RoundingMode.HALF_UP);
            case FIXED -> BigDecimal.ZERO.setScale(2);
        };
    }

    /** Hours that a line of this quantity counts: as printed where hours are, measured where they are not. */
    public BigDecimal hours(BigDecimal quantity, long seconds) {
        return unit == BilledUnit.HOUR ? quantity : Hours.of(seconds);
    }

    /** The designation of a month, or null when the group has none. */
    public String designation(YearMonth month) {
        return designation == null ? null : designation.replace(MONTH, FrenchText.monthInText(month));
    }
}
