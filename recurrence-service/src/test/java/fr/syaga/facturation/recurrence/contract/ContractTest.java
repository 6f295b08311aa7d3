package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Weekends;
import fr.syaga.facturation.recurrence.term.DueInvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a contract says is due: amounts, dates and periods, without clock or database. */
class ContractTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @ParameterizedTest
    @CsvSource({
        // Begins within the month: the rest of it is due on the first day.
        "MONTHLY,   1, 1,  2025-08-15, 2025-09-30, 2025-08-15, 2025-08-15, 2025-08-31, 170.00",
        // Begins and ends with whole months: nothing to prorate.
        "MONTHLY,   1, 1,  2025-08-01, 2025-09-30, 2025-08-01, 2025-08-01, 2025-08-31, 310.00",
        // Due on the 15th, begun on the 10th: still due on the 15th.
        "MONTHLY,   1, 15, 2025-08-10, 2025-09-30, 2025-08-15, 2025-08-10, 2025-08-31, 220.00",
        // Due on the 15th, begun on the 20th.
        "MONTHLY,   1, 15, 2025-08-20, 2025-09-30, 2025-08-20, 2025-08-20, 2025-08-31, 120.00",
        // In arrears, on the last day.
        "MONTHLY,   1, 31, 2025-08-15, 2025-09-30, 2025-08-31, 2025-08-15, 2025-08-31, 170.00",
        // A quarter of 91 days, 52 of them: 310 x 52 / 91 = 177.142...
        "QUARTERLY, 4, 1,  2025-05-10, 2025-09-30, 2025-05-10, 2025-05-10, 2025-06-30, 177.14",
        // February of a leap year: 310 x 15 / 29 = 160.344...
        "MONTHLY,   1, 1,  2024-02-15, 2024-03-31, 2024-02-15, 2024-02-15, 2024-02-29, 160.34",
        // One day of a month of thirty: 10.333...
        "MONTHLY,   1, 1,  2025-09-30, 2025-10-31, 2025-09-30, 2025-09-30, 2025-09-30, 10.33",
    })
    void theFirstPeriodIsProratedByDay(
            Periodicity periodicity,
            int month,
            int day,
            LocalDate begin,
            LocalDate end,
            LocalDate dueOn,
            LocalDate from,
            LocalDate to,
            BigDecimal net) {
        Contract contract = Terms.every(periodicity)
                .dueIn(month)
                .on(day)
                .from(begin)
                .to(end)
                .byTheDay()
                .contract();

        DueInvoice first = due(contract).get(0);

        assertThat(first.dueOn()).isEqualTo(dueOn);
        assertThat(first.service().from()).isEqualTo(from);
        assertThat(first.service().to()).isEqualTo(to);
        assertThat(first.netAmount()).isEqualTo(net);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,   1, 1,  2025-11-10, 2025-11-01, 103.33",
        "MONTHLY,   1, 31, 2025-11-10, 2025-11-10, 103.33",
        "MONTHLY,   1, 15, 2025-11-10, 2025-11-10, 103.33",
        "MONTHLY,   1, 1,  2025-11-30, 2025-11-01, 310.00",
        "QUARTERLY, 1, 1,  2025-11-10, 2025-10-01, 138.15",
    })
    void theLastPeriodIsProratedByDay(
            Periodicity periodicity, int month, int day, LocalDate end, LocalDate dueOn, BigDecimal net) {
        Contract contract = Terms.every(periodicity)
                .dueIn(month)
                .on(day)
                .from(LocalDate.of(2025, 1, 1))
                .to(end)
                .byTheDay()
                .contract();

        List<DueInvoice> due = due(contract);

        DueInvoice last = due.get(due.size() - 1);
        assertThat(last.dueOn()).isEqualTo(dueOn);
        assertThat(last.service().to()).isEqualTo(end);
        assertThat(last.netAmount()).isEqualTo(net);
    }

    @Test
    void aProratedInvoiceSaysItsDaysToItsCustomer() {
        Contract contract =
                Terms.monthly().from(LocalDate.of(2025, 8, 15)).byTheDay().contract();

        assertThat(due(contract).get(0).label())
                .isEqualTo("Forfait LAA - Août 2025 (du 15/08/2025 au 31/08/2025, 17 jours sur 31)");
        assertThat(due(contract).get(1).label()).isEqualTo("Forfait LAA - Septembre 2025");
    }

    @Test
    void withoutProrationPeriodsAreWholeAndNothingIsDueBeforeTheFirstDay() {
        Contract contract = Terms.monthly()
                .from(LocalDate.of(2025, 8, 15))
                .to(LocalDate.of(2025, 11, 10))
                .contract();

        assertThat(due(contract))
                .extracting(DueInvoice::dueOn)
                .containsExactly(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 10, 1), LocalDate.of(2025, 11, 1));
        assertThat(due(contract)).extracting(DueInvoice::netAmount).containsOnly(new BigDecimal("310.00"));
    }

    @Test
    void aContractWrittenDownLateIsProratedFromItsFirstDayAndDueWhenItIsBilledFrom() {
        Contract contract = Terms.monthly()
                .from(LocalDate.of(2025, 8, 10))
                .billedFrom(LocalDate.of(2025, 8, 20))
                .byTheDay()
                .contract();

        DueInvoice first = due(contract).get(0);

        assertThat(first.dueOn()).isEqualTo(LocalDate.of(2025, 8, 20));
        assertThat(first.service().from()).isEqualTo(LocalDate.of(2025, 8, 10));
    }

    @ParameterizedTest
    @CsvSource({
        // 31 August 2025 is a Sunday, 30 August a Saturday.
        "KEEP,     31, 2025-08-31",
        "NEXT,     31, 2025-09-01",
        "PREVIOUS, 31, 2025-08-29",
        "KEEP,     30, 2025-08-30",
        "NEXT,     30, 2025-09-01",
        "PREVIOUS, 30, 2025-08-29",
        "NEXT,     29, 2025-08-29",
        "PREVIOUS, 29, 2025-08-29",
    })
    void aWeekendMovesTheDateOfTheInvoiceAndNothingElse(Weekends weekends, int day, LocalDate dueOn) {
        Contract contract = Terms.monthly().on(day).contract();
        contract.changePrice(LocalDate.of(2025, 9, 1), new BigDecimal("999.00"));

        DueInvoice august = contract.dueBetween(FIRST, LAST, weekends)
                .filter(due -> due.period().contains(LocalDate.of(2025, 8, 15)))
                .findFirst()
                .orElseThrow();

        assertThat(august.dueOn()).isEqualTo(dueOn);
        assertThat(august.period().from()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(august.netAmount()).isEqualTo("310.00");
        assertThat(august.label()).isEqualTo("Forfait LAA - Août 2025");
    }

    @Test
    void movingNeverLeadsOutOfTheContract() {
        LocalDate saturday = LocalDate.of(2025, 11, 1);
        LocalDate sunday = LocalDate.of(2025, 8, 31);

        assertThat(Terms.monthly().from(saturday).contract().dueBetween(FIRST, LAST, Weekends.PREVIOUS))
                .first()
                .extracting(DueInvoice::dueOn)
                .isEqualTo(saturday);
        assertThat(Terms.monthly().on(31).to(sunday).contract().dueBetween(FIRST, LAST, Weekends.NEXT))
                .last()
                .extracting(DueInvoice::dueOn)
                .isEqualTo(sunday);
    }

    @Test
    void periodAndIssueDateAreSeparateBothFromTheContract() {
        DueInvoice inAdvance = due(Terms.monthly().on(15).contract()).get(0);
        DueInvoice inArrears = due(Terms.every(Periodicity.QUARTERLY)
                        .on(31)
                        .dueIn(3)
                        .contract())
                .get(0);

        assertThat(inAdvance.dueOn()).isEqualTo(LocalDate.of(2025, 1, 15));
        assertThat(inAdvance.service().from()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(inArrears.dueOn()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(inArrears.service().from()).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void pausesNeverCoverADayTwiceAndAnEmptyOneLeavesNoTrace() {
        Contract contract = Terms.monthly().contract();
        contract.pause(LocalDate.of(2025, 9, 1), "Travaux");
        contract.resume(LocalDate.of(2025, 11, 1), "Fin des travaux");
        contract.pause(LocalDate.of(2025, 12, 1), null);
        contract.resume(LocalDate.of(2025, 12, 1), null);

        assertThat(contract.pauses()).hasSize(1);
        assertThat(contract.pauses().get(0).resumeReason()).isEqualTo("Fin des travaux");
        assertThatThrownBy(() -> contract.pause(LocalDate.of(2025, 8, 1), null))
                .isInstanceOf(Rejection.class)
                .extracting(refused -> ((Rejection) refused).getDetail())
                .asString()
                .contains("from 2025-11-01 or later");
    }

    private static List<DueInvoice> due(Contract contract) {
        return contract.dueBetween(FIRST, LAST, Weekends.KEEP).toList();
    }
}
