package fr.syaga.facturation.recurrence.userfile;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.recurrence.invoicing.Customer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a short name means. All names are invented. */
class CustomerNamesTest {

    private final CustomerNames names = new CustomerNames(List.of(
            new Customer("ZLA01", "ZEPHYR LEVAGE AUTOMATION", List.of("ZLA LEVAGE")),
            new Customer("ZLAM01", "ZLA MAROC", List.of()),
            new Customer("ANZLE01", "SELAS ANNE ZLEFORT", List.of("ANNE ZLEFORT")),
            new Customer("ZED01", "ETABLISSEMENTS ZÉDRELLE", List.of("ZEDRELLE SARL")),
            new Customer("LDZ01", "LAC DE ZINGAL", List.of()),
            new Customer("ZDUO01", "ZDUO NORD", List.of()),
            new Customer("ZDUO02", "ZDUO SUD", List.of()),
            new Customer("ZGI01", "ZÉNITH GROUPE INFORMATIQUE", List.of())));

    @ParameterizedTest
    @CsvSource({
        "ZLA, ZLA01",
        "zla01, ZLA01",
        "ZLA Maroc, ZLAM01",
        "MAROC, ZLAM01",
        "Zédrelle S.A.R.L., ZED01",
        "ZEDRELLE, ZED01",
        "ZLEFORT (AVOCATE), ANZLE01",
        "Zingal, LDZ01",
        "ZDUO SUD, ZDUO02",
        "Lévage Zéphyr, ZLA01",
        "ZENITH, ZGI01"
    })
    void aShortNameFindsItsCustomer(String name, String code) {
        assertThat(names.find(name).customer().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ZEXPLORE, Aucun client",
        "GROUPE INFORMATIQUE, Aucun client",
        "SARL, Aucun client",
        "12, Aucun client",
        "ZDUO, 'ZDUO01 (ZDUO NORD), ZDUO02 (ZDUO SUD)'",
        "ANNE ZINGAL, 'ANZLE01 (SELAS ANNE ZLEFORT), LDZ01 (LAC DE ZINGAL)'"
    })
    void aNameOfNobodyOrOfSeveralFindsNoneAndSaysWhy(String name, String reason) {
        CustomerNames.Found found = names.find(name);

        assertThat(found.customer()).isNull();
        assertThat(found.reason()).contains(reason);
    }
}
