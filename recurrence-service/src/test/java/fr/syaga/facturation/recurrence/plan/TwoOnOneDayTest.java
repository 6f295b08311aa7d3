package fr.syaga.facturation.recurrence.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractTerms;
import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.schedule.Weekends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A contract begins by the day on a Sunday, the last of its month: its first part and its first month are due on that Monday. */
class TwoOnOneDayTest {

    private static final LocalDate SUNDAY = LocalDate.of(2025, 8, 31);
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 1);

    private final Contract contract = new Contract(
            new ContractTerms(
                    "LAA10",
                    null,
                    "Forfait LAA",
                    new BigDecimal("310.00"),
                    Periodicity.MONTHLY,
                    null,
                    1,
                    SUNDAY,
                    SUNDAY,
                    null,
                    null,
                    null,
                    true,
                    null,
                    null,
                    null,
                    null),
            SUNDAY);

    private final List<Planned> due = contract.dueBetween(MONDAY, MONDAY, Weekends.NEXT)
            .map(each -> Planned.of(contract, each))
            .toList();

    @Test
    void eachOfTwoDueDatesOnOneDayIsReachedByItsPeriod() {
        assertThat(due)
                .extracting(Planned::netAmount)
                .containsExactly(new BigDecimal("10.00"), new BigDecimal("310.00"));

        assertThat(SkipResource.theOne(due, MONDAY, SUNDAY)).isSameAs(due.get(0));
        assertThat(SkipResource.theOne(due, MONDAY, MONDAY)).isSameAs(due.get(1));
    }

    @Test
    void whichOfTwoIsMeantIsAskedAndNotGuessed() {
        assertThatThrownBy(() -> SkipResource.theOne(due, MONDAY, null))
                .isInstanceOf(Rejection.class)
                .hasStackTraceContaining("Bad Request");
        assertThatThrownBy(() -> SkipResource.theOne(due, MONDAY, LocalDate.of(2025, 10, 1)))
                .isInstanceOf(Rejection.class);
        assertThat(SkipResource.theOne(due.subList(1, 2), MONDAY, null)).isSameAs(due.get(1));
    }
}
