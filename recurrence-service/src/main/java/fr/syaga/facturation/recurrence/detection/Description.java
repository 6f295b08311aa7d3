package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Puts a candidate into the words and figures of a pattern. */
final class Description {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Description() {}

    /** @param equal how many contracts of the customer ask for the same on the same days, itself among them */
    static Pattern of(
            CustomerHistory history,
            CandidateContract candidate,
            Verdict verdict,
            long equal,
            List<Leak> leaks,
            LocalDate asOf) {
        Schedule schedule = verdict.schedule();
        List<Pattern.Occurrence> occurrences = candidate.occurrences().stream()
                .map(occurrence -> occurrence(occurrence, schedule))
                .toList();
        AgreedPrices agreed = new AgreedPrices(candidate);
        List<PricePoint> prices = prices(agreed);
        BigDecimal price = BigDecimal.valueOf(agreed.at(candidate.last().dueMonth()), 2);
        Pattern.Occurrence first = occurrences.get(0);
        Pattern.Occurrence last = occurrences.get(occurrences.size() - 1);
        UUID id = Pattern.idOf(history.customerCode(), schedule.periodicity(), schedule.dayOfMonth(), first.number());
        return new Pattern(
                id,
                history.customerCode(),
                history.customerName(),
                price,
                schedule,
                first.issuedOn(),
                last.issuedOn(),
                nextDueOn(candidate, schedule, asOf),
                verdict.missed(),
                confidence(candidate, verdict),
                verdict.status(),
                sentence(schedule, candidate, verdict, equal, occurrences, prices, price),
                occurrences,
                prices,
                leaks);
    }

    /** The first due date after the analysis that is not billed yet: the next invoice may have been made a few days early. */
    private static LocalDate nextDueOn(CandidateContract candidate, Schedule schedule, LocalDate asOf) {
        LocalDate billed = Months.date(candidate.last().dueMonth(), schedule.dayOfMonth());
        return schedule.firstAfter(billed.isAfter(asOf) ? billed : asOf);
    }

    private static Pattern.Occurrence occurrence(BilledOccurrence occurrence, Schedule schedule) {
        return new Pattern.Occurrence(
                Months.date(occurrence.dueMonth(), schedule.dayOfMonth()),
                occurrence.invoice().number,
                occurrence.invoice().issuedOn,
                BigDecimal.valueOf(occurrence.invoice().cents, 2));
    }

    /** The share of due dates that were billed, times the probability that it is not chance. */
    private static double confidence(CandidateContract candidate, Verdict verdict) {
        int missed = verdict.status() == PatternStatus.ACTIVE ? verdict.missed() : 0;
        double due = candidate.size() + candidate.holes().size() + (double) missed;
        double notChance = 1 / (1 + Math.exp(-candidate.evidence()));
        return Math.round(100 * notChance * candidate.size() / due) / 100.0;
    }

    private static List<PricePoint> prices(AgreedPrices agreed) {
        return agreed.changes().stream()
                .map(occurrence -> new PricePoint(
                        occurrence.invoice().issuedOn, BigDecimal.valueOf(occurrence.invoice().cents, 2)))
                .toList();
    }

    private static String sentence(
            Schedule schedule,
            CandidateContract candidate,
            Verdict verdict,
            long equal,
            List<Pattern.Occurrence> occurrences,
            List<PricePoint> prices,
            BigDecimal price) {
        Pattern.Occurrence last = occurrences.get(occurrences.size() - 1);
        int due = candidate.size() + candidate.holes().size();
        StringBuilder text = new StringBuilder(
                "Forfait %s de %s, facturé %s depuis le %s : %d échéances facturées sur %d, la dernière le %s"
                        .formatted(
                                schedule.periodicity().french(),
                                euros(price),
                                day(schedule.dayOfMonth()),
                                DAY.format(occurrences.get(0).issuedOn()),
                                candidate.size(),
                                due,
                                DAY.format(last.issuedOn())));
        if (prices.size() > 1) {
            text.append(" ; prix précédents : ");
            text.append(String.join(
                    ", ",
                    prices.subList(0, prices.size() - 1).stream()
                            .map(each -> "%s (dès le %s)".formatted(euros(each.netAmount()), DAY.format(each.from())))
                            .toList()));
        }
        if (equal > 1) {
            text.append(" ; un de %d forfaits égaux, première facture %s"
                    .formatted(equal, occurrences.get(0).number()));
        }
        if (verdict.status() == PatternStatus.ENDED) {
            text.append(" ; terminé : %d échéances de suite sans facture".formatted(verdict.missed()));
        } else if (verdict.missed() > 0) {
            text.append(" ; attention : %d échéance(s) sans facture depuis".formatted(verdict.missed()));
        }
        return text.append('.').toString();
    }

    private static String day(int dayOfMonth) {
        return switch (dayOfMonth) {
            case 1 -> "le 1er du mois";
            case Months.LAST_DAY -> "le dernier jour du mois";
            default -> "le " + dayOfMonth + " du mois";
        };
    }

    private static String euros(BigDecimal amount) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.FRANCE);
        // Plain spaces: the narrow ones of the locale are lost in many fonts.
        symbols.setGroupingSeparator(' ');
        return new DecimalFormat("#,##0.00", symbols).format(amount) + " €";
    }
}
