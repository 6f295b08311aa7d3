package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Schedule;

/** The documents of one customer, as a test tells them. */
final class Account {

    private final List<HistoryDocument> documents = new ArrayList<>();

    Account invoice(String on, double euros) {
        return document("F", LocalDate.parse(on), euros);
    }

    Account credit(String on, double euros) {
        return document("A", LocalDate.parse(on), -euros);
    }

    /** So many invoices from a month on, each on that day of its month; 31 is the last day. */
    Account every(Periodicity periodicity, String firstMonth, int day, int times, double euros) {
        LocalDate first = LocalDate.parse(firstMonth + "-01");
        for (int n = 0; n < times; n++) {
            LocalDate month = first.plusMonths((long) n * periodicity.months());
            document("F", month.withDayOfMonth(Math.min(day, month.lengthOfMonth())), euros);
        }
        return this;
    }

    Account monthly(String firstMonth, int day, int times, double euros) {
        return every(Periodicity.MONTHLY, firstMonth, day, times, euros);
    }

    /** One-off invoices on any day, in steps of 47.50 €, until a day. */
    Account oneOffs(int aMonth, int months, String until) {
        Random random = new Random(42);
        for (int i = 0; i < aMonth * months; i++) {
            LocalDate on = LocalDate.parse(until).minusDays(random.nextInt(months * 30));
            document("F", on, 47.5 * (1 + random.nextInt(60)));
        }
        return this;
    }

    List<Pattern> patterns(String asOf) {
        return Detection.patternsOf(new CustomerHistory("TOUR01", "TOURNEBROCHE", documents), LocalDate.parse(asOf));
    }

    /** What runs, as {@code MONTHLY 500.00 day 1 next 2025-08-01}. */
    List<String> running(String asOf) {
        return patterns(asOf).stream()
                .filter(each -> each.status() == PatternStatus.ACTIVE)
                .map(Account::line)
                .sorted()
                .toList();
    }

    /** What is over, as {@code MONTHLY 500.00 last 2024-05-01}. */
    List<String> ended(String asOf) {
        return patterns(asOf).stream()
                .filter(each -> each.status() == PatternStatus.ENDED)
                .map(each -> "%s %s last %s".formatted(each.periodicity(), each.netAmount(), each.lastInvoicedOn()))
                .sorted()
                .toList();
    }

    private static String line(Pattern pattern) {
        Schedule schedule = pattern.schedule();
        return "%s %s day %d next %s"
                .formatted(schedule.periodicity(), pattern.netAmount(), schedule.dayOfMonth(), pattern.nextDueOn());
    }

    private Account document(String prefix, LocalDate on, double euros) {
        long cents = BigDecimal.valueOf(euros).movePointRight(2).longValueExact();
        documents.add(new HistoryDocument("%s%05d".formatted(prefix, documents.size()), on, cents));
        return this;
    }
}
