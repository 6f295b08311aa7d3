package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.syaga.facturation.recurrence.schedule.Schedule;

/** Puts a track into the words and figures of a pattern. */
final class Description {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** An amount that lasted no longer than this between two equal prices was a mistake and not a price. */
    private static final int LONGEST_MISTAKE = 2;

    private Description() {}

    static Pattern of(CustomerHistory history, Track track, Verdict verdict, List<Leak> leaks, LocalDate asOf) {
        Schedule schedule = verdict.schedule();
        List<Pattern.Occurrence> occurrences =
                track.hits().stream().map(hit -> occurrence(hit, schedule)).toList();
        List<PricePoint> prices = prices(occurrences);
        Pattern.Occurrence first = occurrences.get(0);
        Pattern.Occurrence last = occurrences.get(occurrences.size() - 1);
        UUID id = Pattern.idOf(history.customerCode(), schedule.periodicity(), schedule.dayOfMonth(), first.number());
        return new Pattern(
                id,
                history.customerCode(),
                history.customerName(),
                last.netAmount(),
                schedule,
                first.issuedOn(),
                last.issuedOn(),
                nextDueOn(track, schedule, asOf),
                verdict.missed(),
                confidence(track, verdict),
                verdict.status(),
                sentence(schedule, track, verdict, occurrences, prices),
                occurrences,
                prices,
                leaks);
    }

    /** The first due date after the analysis that is not billed yet: the next invoice may have been made a few days early. */
    private static LocalDate nextDueOn(Track track, Schedule schedule, LocalDate asOf) {
        LocalDate billed = Months.date(track.last().slot(), schedule.dayOfMonth());
        return schedule.firstAfter(billed.isAfter(asOf) ? billed : asOf);
    }

    private static Pattern.Occurrence occurrence(Hit hit, Schedule schedule) {
        return new Pattern.Occurrence(
                Months.date(hit.slot(), schedule.dayOfMonth()),
                hit.invoice().number,
                hit.invoice().issuedOn,
                BigDecimal.valueOf(hit.invoice().cents, 2));
    }

    /** The share of due dates that were billed, times the probability that it is not chance. */
    private static double confidence(Track track, Verdict verdict) {
        int missed = verdict.status() == PatternStatus.ACTIVE ? verdict.missed() : 0;
        double due = track.size() + track.holes().size() + (double) missed;
        double notChance = 1 / (1 + Math.exp(-track.evidence()));
        return Math.round(100 * notChance * track.size() / due) / 100.0;
    }

    private static List<PricePoint> prices(List<Pattern.Occurrence> occurrences) {
        List<List<Pattern.Occurrence>> runs = new ArrayList<>();
        for (Pattern.Occurrence each : occurrences) {
            List<Pattern.Occurrence> run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (run == null || run.get(0).netAmount().compareTo(each.netAmount()) != 0) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(each);
        }
        List<PricePoint> prices = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Pattern.Occurrence begin = runs.get(i).get(0);
            boolean mistake = i > 0
                    && i + 1 < runs.size()
                    && runs.get(i).size() <= LONGEST_MISTAKE
                    && runs.get(i - 1)
                            .get(0)
                            .netAmount()
                            .equals(runs.get(i + 1).get(0).netAmount());
            boolean same = !prices.isEmpty()
                    && prices.get(prices.size() - 1).netAmount().equals(begin.netAmount());
            if (!mistake && !same) {
                prices.add(new PricePoint(begin.issuedOn(), begin.netAmount()));
            }
        }
        return prices;
    }

    private static String sentence(
            Schedule schedule,
            Track track,
            Verdict verdict,
            List<Pattern.Occurrence> occurrences,
            List<PricePoint> prices) {
        Pattern.Occurrence last = occurrences.get(occurrences.size() - 1);
        int due = track.size() + track.holes().size();
        StringBuilder text = new StringBuilder(
                "Forfait %s de %s, facturé %s depuis le %s : %d échéances facturées sur %d, la dernière le %s"
                        .formatted(
                                schedule.periodicity().french(),
                                euros(last.netAmount()),
                                day(schedule.dayOfMonth()),
                                DAY.format(occurrences.get(0).issuedOn()),
                                track.size(),
                                due,
                                DAY.format(last.issuedOn())));
        if (prices.size() > 1) {
            text.append(" ; prix précédents : ");
            text.append(String.join(
                    ", ",
                    prices.subList(0, prices.size() - 1).stream()
                            .map(price ->
                                    "%s (dès le %s)".formatted(euros(price.netAmount()), DAY.format(price.from())))
                            .toList()));
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
