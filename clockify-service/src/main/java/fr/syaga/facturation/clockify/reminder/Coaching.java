package fr.syaga.facturation.clockify.reminder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.clockify.forfait.ForfaitMonth;
import fr.syaga.facturation.clockify.report.Figures;

/**
 * How the day goes: the billable share against the goal, the day's revenue so far, contracts close to overrun.
 *
 * @param billableShare percent of the day's categorised time; null without any
 * @param netToday euros without VAT so far
 * @param forfaitsNearOverrun contracts that have used most of their hours
 */
public record Coaching(
        LocalDate date,
        BigDecimal billableShare,
        int billableGoal,
        BigDecimal netToday,
        List<NearOverrun> forfaitsNearOverrun) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** A customer whose contracts have used so many percent of their hours. */
    public record NearOverrun(String customerCode, BigDecimal usedPercent) {}

    static Coaching of(LocalDate date, Figures today, ForfaitMonth forfaits, MonitoringConfig config) {
        BigDecimal near = BigDecimal.valueOf(config.nearOverrun());
        List<NearOverrun> close = forfaits.items().stream()
                .filter(use -> use.usedPercent() != null && use.usedPercent().compareTo(near) >= 0)
                .map(use -> new NearOverrun(use.customerCode(), use.usedPercent()))
                .toList();
        return new Coaching(date, today.billableShare(), config.billableGoal(), today.netAmount(), close);
    }

    /** What of it is worth a reminder. */
    List<Reminder> reminders(Figures today, Duration goalAfter) {
        List<Reminder> reminders = new ArrayList<>();
        BigDecimal tracked = today.facturableHours().add(today.forfaitHours()).add(today.interneHours());
        boolean says = tracked.multiply(SECONDS_PER_HOUR).longValue() >= goalAfter.toSeconds();
        if (says && billableShare != null && billableShare.compareTo(BigDecimal.valueOf(billableGoal)) < 0) {
            reminders.add(Reminder.of(
                    Reminder.Kind.BELOW_GOAL,
                    date,
                    date,
                    "%s %% de temps facturable aujourd'hui, objectif %d %%."
                            .formatted(billableShare.toPlainString().replace('.', ','), billableGoal)));
        }
        forfaitsNearOverrun.forEach(use -> reminders.add(Reminder.of(
                Reminder.Kind.FORFAIT_NEARLY_USED,
                use.customerCode() + ":" + YearMonth.from(date),
                date,
                "Forfait %s : %s %% des heures du mois sont consommées."
                        .formatted(use.customerCode(), use.usedPercent().toPlainString()))));
        return reminders;
    }
}
