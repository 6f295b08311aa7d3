package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.YearMonth;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.edge.Rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevisionTest {

    private static final YearMonth BASE = YearMonth.of(2024, 10);
    private static final YearMonth NEW = YearMonth.of(2025, 10);

    @ParameterizedTest
    @CsvSource({
        "1400.00, 300.00, 306.00, 1428.00",
        // 751.60 x 318.9 / 312.2 = 767.7298...
        "751.60,  312.20, 318.90, 767.73",
        // An index that falls lowers the price.
        "500.00,  312.20, 310.00, 496.48",
        // Exactly half a cent goes up: 100.10 x 1.05 = 105.105.
        "100.10,  200.00, 210.00, 105.11",
        "100.00,  295.40, 301.20, 101.96",
    })
    void theNewPriceIsTheOldOneTimesS1OverS0RoundedHalfUpToTheCent(
            BigDecimal oldNet, BigDecimal base, BigDecimal value, BigDecimal newNet) {
        assertThat(Revision.byIndex("SYNTEC", BASE, base, NEW, value).of(oldNet))
                .isEqualTo(newNet);
    }

    @ParameterizedTest
    @CsvSource({
        "1400.00, 3,    1442.00",
        "751.60,  3,    774.15",
        "0.50,    1,    0.51",
        "250.00,  -1.5, 246.25",
        "100.00,  0,    100.00",
    })
    void aPercentageIsRoundedTheSameWay(BigDecimal oldNet, BigDecimal percent, BigDecimal newNet) {
        assertThat(Revision.byPercent(percent).of(oldNet)).isEqualTo(newNet);
    }

    @Property
    void aNewPriceIsNeverMoreThanHalfACentFromTheFormula(
            @ForAll @BigRange(min = "0.01", max = "99999.99") @Scale(2) BigDecimal oldNet,
            @ForAll @BigRange(min = "200", max = "399.99") @Scale(2) BigDecimal base,
            @ForAll @BigRange(min = "200", max = "399.99") @Scale(2) BigDecimal value) {
        BigDecimal newNet = Revision.byIndex("SYNTEC", BASE, base, NEW, value).of(oldNet);

        assertThat(newNet.scale()).isEqualTo(2);
        BigDecimal off = newNet.multiply(base).subtract(oldNet.multiply(value)).abs();
        assertThat(off).isLessThanOrEqualTo(new BigDecimal("0.005").multiply(base));
    }

    @Test
    void aMistypedValueIsRefused() {
        assertThatThrownBy(
                        () -> Revision.byIndex("SYNTEC", BASE, new BigDecimal("312.20"), NEW, new BigDecimal("31.89")))
                .isInstanceOf(Rejection.class);
    }
}
