package fr.syaga.facturation.recurrence.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fr.syaga.facturation.recurrence.schedule.Period;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Weekends;
import fr.syaga.facturation.recurrence.term.DueInvoice;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks the clock a day at a time through 24 months with a leap day, for every periodicity, day of the month and manner of weekends. */
class TwoYearsStoryTest {

    private static final LocalDate BEGIN = LocalDate.of(2023, 12, 1);
    private static final LocalDate END = LocalDate.of(2025, 11, 30);

    static Stream<Arguments> contracts() {
        return Arrays.stream(Periodicity.values())
                .flatMap(periodicity -> Stream.of(1, 15, 28, 29, 30, 31)
                        .flatMap(day -> Arrays.stream(Weekends.values())
                                .map(weekends -> Arguments.of(periodicity, day, weekends))));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyPeriodIsDueOnceOnItsDayAndNoneIsForgotten(Periodicity periodicity, int day, Weekends weekends) {
        Contract contract = Terms.every(periodicity)
                .dueIn(12)
                .on(day)
                .from(BEGIN.minusYears(3))
                .contract();

        List<DueInvoice> met = new ArrayList<>();
        for (LocalDate today = BEGIN.minusDays(2); !today.isAfter(END.plusDays(2)); today = today.plusDays(1)) {
            contract.dueBetween(today, today, weekends).forEach(met::add);
        }

        List<Period> walked = met.stream().map(DueInvoice::period).toList();
        assertThat(walked).containsSubsequence(monthsFrom(periodicity, day)).doesNotHaveDuplicates();
        assertThat(met).allSatisfy(due -> {
            YearMonth month = day == 31
                    ? YearMonth.from(due.period().to())
                    : YearMonth.from(due.period().from());
            LocalDate scheduled = month.atDay(Math.min(day, month.lengthOfMonth()));
            assertThat(due.dueOn()).isEqualTo(weekends.move(scheduled));
        });
    }

    /** The periods whose due date lies in the 24 months, counted in months and by nothing of the code under test. */
    private static List<Period> monthsFrom(Periodicity periodicity, int day) {
        return IntStream.range(0, 24 / periodicity.months())
                .mapToObj(n -> YearMonth.of(2023, 12).plusMonths((long) n * periodicity.months()))
                .map(month -> day == 31 ? month.minusMonths(periodicity.months() - 1L) : month)
                .map(first -> new Period(
                        first.atDay(1), first.plusMonths(periodicity.months()).atDay(1)))
                .toList();
    }
}
