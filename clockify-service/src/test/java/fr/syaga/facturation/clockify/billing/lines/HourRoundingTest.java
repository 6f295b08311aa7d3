package fr.syaga.facturation.clockify.billing.lines;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.merge.TrackedTime;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HourRoundingTest {

    private static final YearMonth JULY = YearMonth.of(2025, 7);
    private static final PriceList PRICES = new PriceList(List.of(), new BigDecimal("110.00"));

    /** Two entries of one day: 20 min 1 s and 40 min. */
    @ParameterizedTest
    @CsvSource({
        "0,  ENTRY, 3601, 1.00",
        "0,  DAY,   3601, 1.00",
        "6,  ENTRY, 3960, 1.10",
        "6,  DAY,   3960, 1.10",
        "15, ENTRY, 4500, 1.25",
        "15, DAY,   4500, 1.25"
    })
    void timeIsRoundedUpOnceEachEntryOrEachDay(int minutes, HourRounding.Per per, long seconds, String hours) {
        HourRounding rounding = new HourRounding(minutes, per);
        List<TimeEntry> day = entries(1201, 2400);

        assertThat(rounding.seconds(day)).isEqualTo(seconds);
        assertThat(new BillingTerms(LineBy.CUSTOMER, rounding)
                        .lines(JULY, false, day, PRICES)
                        .get(0)
                        .line()
                        .hours())
                .isEqualTo(hours);
    }

    @Test
    void threeShortCallsOfADayAreRoundedOnceADayAndThriceAnEntry() {
        List<TimeEntry> calls = entries(300, 300, 300);

        assertThat(new HourRounding(15, HourRounding.Per.DAY).seconds(calls)).isEqualTo(900);
        assertThat(new HourRounding(15, HourRounding.Per.ENTRY).seconds(calls)).isEqualTo(2700);
    }

    @Test
    void anotherStepIsNoSetting() {
        assertThatThrownBy(() -> new HourRounding(10, HourRounding.Per.DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineIsOfOneProjectOrTaskAndOfOnePrice() {
        TimeEntry support = TrackedTime.facturable("LAA10", 3600);

        assertThat(descriptions(LineBy.CUSTOMER, support))
                .containsExactly("Prestations informatiques - Juillet 2025 (1,00 h)");
        assertThat(descriptions(LineBy.PROJECT, support)).containsExactly("P - Juillet 2025 (1,00 h)");
        assertThat(descriptions(LineBy.TASK, support)).containsExactly("P - Juillet 2025 (1,00 h)");
    }

    private static List<String> descriptions(LineBy linesBy, TimeEntry... entries) {
        return new BillingTerms(linesBy, HourRounding.NONE)
                .lines(JULY, false, List.of(entries), PRICES).stream()
                        .map(measured -> measured.line().description())
                        .toList();
    }

    private static List<TimeEntry> entries(long... seconds) {
        return LongStream.of(seconds)
                .mapToObj(each -> TrackedTime.facturable("LAA10", each))
                .toList();
    }
}
