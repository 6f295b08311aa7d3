package fr.syaga.facturation.invoice.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.ElectronicAddress;
import fr.syaga.facturation.invoice.vat.VatRegime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompanyNumberTest {

    @ParameterizedTest
    @CsvSource({
        "732 829 320, 732 829 320 00074, FR 44 732 829 320",
        "552100554, 55210055400013, FR96552100554",
        "356000000, 35600000049837, FR39356000000"
    })
    void theNumbersOfOneCompanyPassTheirCheckDigits(String siren, String siret, String vatNumber) {
        String plain = siren.replace(" ", "");

        assertThat(CompanyNumber.siren(siren)).isEqualTo(plain);
        assertThat(CompanyNumber.siret(siret, plain)).isEqualTo(siret.replace(" ", ""));
        assertThat(VatNumber.of(vatNumber, plain)).isEqualTo(vatNumber.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"732829321", "73282932", "7328293200", "ABCDEFGHI", "٧٣٢٨٢٩٣٢٠"})
    void aWrongSirenIsFound(String siren) {
        assertThatThrownBy(() -> CompanyNumber.siren(siren)).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000075", "7328293200007", "35600000049838"})
    void aWrongSiretIsFound(String siret) {
        assertThatThrownBy(() -> CompanyNumber.siret(siret, null)).isInstanceOf(Rejection.class);
    }

    @Test
    void numbersOfTwoCompaniesAreNotOneCustomers() {
        assertThatThrownBy(() -> CompanyNumber.siret("55210055400013", "732829320"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("SIREN 732829320");
        assertThatThrownBy(() -> VatNumber.of("FR96552100554", "732829320")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> ElectronicAddress.of("552100554_ACHATS", VatRegime.FRENCH, "732829320"))
                .isInstanceOf(Rejection.class);
        assertThat(ElectronicAddress.of(" 732829320_ACHATS ", VatRegime.FRENCH, "732829320"))
                .isEqualTo("732829320_ACHATS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BE0123456749", "DE123456788", "IT12345670017", "ES B58378431", "IE6388047V", "CHE123456788"})
    void aForeignVatNumberHasTheFormOfItsCountry(String number) {
        assertThat(VatNumber.of(number, null)).isEqualTo(number.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR45732829320", "FR4473282932", "DE12345678", "BE2123456749", "ATU1234567", "1", "F"})
    void aWrongVatNumberIsFound(String number) {
        assertThatThrownBy(() -> VatNumber.of(number, null)).isInstanceOf(Rejection.class);
    }
}
