package fr.syaga.facturation.invoice.customer;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.edge.Rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaymentTermsTest {

    @ParameterizedTest
    @CsvSource({
        "30, false, , 2025-07-31, 2025-08-30",
        "0, false, , 2025-08-01, 2025-08-01",
        "30, true, , 2025-01-31, 2025-03-31",
        "30, true, 5, 2025-07-10, 2025-09-05",
        "0, true, 31, 2024-01-10, 2024-02-29",
        "45, true, , 2025-07-01, 2025-08-31"
    })
    void theDueDateIsARealDate(int days, boolean endOfMonth, Integer day, LocalDate issuedOn, LocalDate dueOn) {
        assertThat(new PaymentTerms(days, endOfMonth, day).dueOn(issuedOn)).isEqualTo(dueOn);
    }

    @Test
    void termsBeyondTheLegalCeilingAreRefused() {
        assertThatThrownBy(() -> new PaymentTerms(61, false, null)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> new PaymentTerms(46, true, null)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> new PaymentTerms(30, false, 5)).isInstanceOf(Rejection.class);
        assertThat(new PaymentTerms(60, false, null).days()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "60, false, 2025-07-31, 2025-09-14",
        "45, true, 2025-07-31, 2025-09-14",
        "30, false, 2025-07-31, 2025-08-30",
        "0, true, 2025-07-10, 2025-07-31"
    })
    void aPeriodicInvoiceIsDueAfter45DaysAtTheLatest(
            int days, boolean endOfMonth, LocalDate issuedOn, LocalDate dueOn) {
        assertThat(new PaymentTerms(days, endOfMonth, null).dueOnWhenPeriodic(issuedOn))
                .isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource({"2025-07-01, 2025-09-14", "2025-07-31, 2025-09-30", "2025-01-31, 2025-04-01"})
    void theLatestDueDateIsTheLongestThatTheLawAllows(LocalDate issuedOn, LocalDate latest) {
        assertThat(PaymentTerms.latest(issuedOn, false)).isEqualTo(latest);
    }
}
