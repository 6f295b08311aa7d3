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
    @CsvSource({"732829320, FR44732829320", "552100554, FR96552100554"})
    void aSirenAndItsVatNumberPassTheirCheckDigits(String siren, String vatNumber) {
        assertThat(CompanyNumber.siren(siren)).isEqualTo(siren);
        assertThat(CompanyNumber.vatNumber(vatNumber)).isEqualTo(vatNumber);
    }

    @ParameterizedTest
    @CsvSource({"732829321, FR45732829320", "73282932, FR4473282932"})
    void aWrongDigitIsFound(String siren, String vatNumber) {
        assertThatThrownBy(() -> CompanyNumber.siren(siren)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> CompanyNumber.vatNumber(vatNumber)).isInstanceOf(Rejection.class);
    }
}
