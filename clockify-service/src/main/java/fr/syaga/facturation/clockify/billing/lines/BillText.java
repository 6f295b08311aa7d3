package fr.syaga.facturation.clockify.billing.lines;

import java.math.BigDecimal;
import java.time.YearMonth;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.layout.LayoutGroup;

/** The words of a time bill, as the business writes them: {@code Prestations informatiques - Juillet 2025 (12,00 h)}. */
public final class BillText {

    static final String WORK = "Prestations informatiques";

    private BillText() {}

    /** @param group the title of the only group on the bill, or null */
    public static String subject(String group, YearMonth month) {
        return "%s - %s".formatted(group == null ? WORK : group, FrenchText.month(month));
    }

    static String line(String description, YearMonth month, boolean late, BigDecimal hours) {
        return "%s - %s%s (%s h)"
                .formatted(
                        description, late ? "Régularisation " : "", FrenchText.month(month), FrenchText.number(hours));
    }

    /** The group's designation; without one its title and the month. Late time says that it is. */
    static String line(LayoutGroup group, YearMonth month, boolean late) {
        String designation = group.designation(month);
        String text = designation == null
                ? "%s - %s".formatted(group.title() == null ? WORK : group.title(), FrenchText.month(month))
                : designation;
        return late ? text + "\nRégularisation " + FrenchText.monthInText(month) : text;
    }
}
