package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Each distribution of the model adds up to one, so that no way of billing is counted twice or forgotten. */
class BillingModelTest {

    private static final double EXACT = 1e-9;

    @Test
    void anInvoiceIsOnItsDayOrBesideItInOneWay() {
        assertThat(Arrays.stream(BillingModel.Timing.values())
                        .mapToDouble(each -> each.probability)
                        .sum())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void aContractAgreesOnOneDayOfTheMonth() {
        assertThat(IntStream.rangeClosed(1, Months.LAST_DAY)
                        .mapToDouble(BillingModel::agreedDay)
                        .sum())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void aContractHasOnePeriodicity() {
        assertThat(IntStream.of(1, 2, 3, 6, 12)
                        .mapToDouble(BillingModel::periodicity)
                        .sum())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void aPriceThatChangesChangesInOneWay() {
        double within = 0;
        double step = 1e-5;
        for (double logRatio = -Math.log(BillingModel.WITHIN) + step / 2;
                logRatio < Math.log(BillingModel.WITHIN);
                logRatio += step) {
            within += BillingModel.within(logRatio) * step;
        }

        assertThat(within).isCloseTo(BillingModel.RISE_WITHIN + BillingModel.FALL_WITHIN, within(1e-3));
        assertThat(BillingModel.RISE_NEAT
                        + BillingModel.RISE_WITHIN
                        + BillingModel.RISE_BEYOND
                        + BillingModel.FALL_WITHIN
                        + BillingModel.FALL_BEYOND)
                .isCloseTo(1, within(EXACT));
    }

    /** Back to a former price, on by the last rate, to any other price: what remains is a price that is kept. */
    @Test
    void whateverTheStepAPriceMayAlsoBeKept() {
        assertThat(IntStream.of(1, 2, 3, 6, 12)
                        .mapToDouble(step -> BillingModel.BACK + BillingModel.SAME_RATE + BillingModel.changed(step))
                        .max()
                        .orElseThrow())
                .isLessThan(1);
    }

    @Test
    void aRowOfUnbilledDueDatesHasOneLength() {
        assertThat(IntStream.range(0, 200).mapToDouble(BillingModel::missed).sum())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void anInvoiceBesideItsDayIsLateOrEarly() {
        LocalDate tuesday = LocalDate.of(2025, 7, 1);

        assertThat(IntStream.rangeClosed(-BillingModel.NEAR_DAYS, BillingModel.NEAR_DAYS)
                        .filter(days -> days != 0)
                        .mapToDouble(days -> BillingModel.dated(tuesday, days))
                        .sum())
                .isCloseTo(BillingModel.Timing.NEAR.probability, within(EXACT));
    }
}
