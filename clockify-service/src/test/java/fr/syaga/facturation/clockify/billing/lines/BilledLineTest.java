package fr.syaga.facturation.clockify.billing.lines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.merge.TrackedTime;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class BilledLineTest {

    private static final YearMonth JULY = YearMonth.of(2025, 7);
    private static final PriceList PRICES = new PriceList(List.of(), new BigDecimal("110.00"));

    @Test
    void threeCallsOfTwentyMinutesAreOneHour() {
        BilledLine line = line(List.of(1200L, 1200L, 1200L));

        assertThat(line.hours()).isEqualTo("1.00");
        assertThat(line.estimate()).isEqualTo("110.00");
    }

    @ParameterizedTest
    @CsvSource({
        "43200, 12.00, 'Prestations informatiques - Juillet 2025 (12,00 h)'",
        "4050,   1.13, 'Prestations informatiques - Juillet 2025 (1,13 h)'",
        "79200, 22.00, 'Prestations informatiques - Juillet 2025 (22,00 h)'",
        "27000,  7.50, 'Prestations informatiques - Juillet 2025 (7,50 h)'"
    })
    void aLineIsWrittenAsTheBusinessWritesIt(long seconds, String hours, String text) {
        BilledLine line = line(List.of(seconds));

        assertThat(line.hours()).isEqualTo(hours);
        assertThat(line.description()).isEqualTo(text);
    }

    /** Months whose seconds do not divide included. */
    @Property
    void promise19TheQuantityPrintedTimesThePricePrintedIsTheAmountPrinted(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 18, max = 40_000) Long> seconds) {
        BilledLine line = line(seconds);

        long sum = seconds.stream().mapToLong(Long::longValue).sum();
        BigDecimal exact = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(3600), 10, RoundingMode.HALF_UP);
        assertThat(line.estimate()).isEqualByComparingTo(line.hours().multiply(line.unitPrice()));
        assertThat(line.hours().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    private static BilledLine line(List<Long> seconds) {
        return new BillingTerms(LineBy.CUSTOMER, HourRounding.NONE)
                .lines(JULY, false, entries(seconds), PRICES)
                .get(0)
                .line();
    }

    private static List<TimeEntry> entries(List<Long> seconds) {
        List<TimeEntry> entries = new ArrayList<>();
        seconds.forEach(each -> entries.add(TrackedTime.facturable("LAA10", each)));
        return entries;
    }
}
