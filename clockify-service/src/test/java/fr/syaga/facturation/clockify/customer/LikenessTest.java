package fr.syaga.facturation.clockify.customer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.invoicing.Customer;

import static org.assertj.core.api.Assertions.assertThat;

/** Invented firms with other shapes of codes, accents and dashes. */
class LikenessTest {

    private final CustomerNames customers = new CustomerNames(List.of(
            new Customer("411KEO", "KÉOLIA OUEST", List.of("Kéolia")),
            new Customer("411KEOM", "KEO MARINE", List.of()),
            new Customer("C-0012", "BRASSERIE DU HAVRE", List.of()),
            new Customer("C-0013", "BRASSERIE DES LILAS", List.of()),
            new Customer("MDR7", "MAISON DES ROSES", List.of()),
            new Customer("ABCD1", "ATELIER BOIS CUIR", List.of()),
            new Customer("ABCE2", "AGENCE BRETONNE COMPTABLE", List.of()),
            new Customer("WAX01", "WAXELIO SERVICES INFORMATIQUES", List.of()),
            new Customer("TWIN01", "TWIN NORD", List.of()),
            new Customer("TWIN02", "TWIN SUD", List.of()),
            new Customer("ŒUV01", "ŒUVRE D'ART SARL", List.of())));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CLIENT,  Keolia,                        411KEO",
                "CLIENT,  keo,                           411KEO",
                "CLIENT,  mdr,                           MDR7",
                "CLIENT,  TWIN,                          -",
                "CLIENT,  C,                             -",
                "CLIENT,  Oeuvre d'Art,                  ŒUV01",
                "CLIENT,  Brasserie,                     -",
                "CLIENT,  KEO - Maintenance,             -",
                "PROJECT, KEO - Maintenance,             411KEO",
                "PROJECT, KEO – Maintenance,             411KEO",
                "PROJECT, KEO — Maintenance, 411KEO",
                "PROJECT, KEO-Maintenance,               -",
                "PROJECT, Brasserie du Havre,            C-0012",
                "PROJECT, Brasserie du Havre - Caisses - Lot 2, C-0012",
                "PROJECT, TWIN - Nord,                   TWIN01",
                "PROJECT, TWIN - Assistance,             -",
                "PROJECT, KEO - MARINE,                  -",
                "PROJECT, Refonte KEO,                   -"
            })
    void aNameMapsByItselfOnlyWhereItIsOneCustomers(MappingKind kind, String name, String code) {
        assertThat(customers.codeOf(kind, name).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT,  KEO,                          411KEO",
        "PROJECT, Refonte KEO,                  411KEO",
        "PROJECT, Audit keo marine 2025,        411KEOM",
        "PROJECT, Caisses du Havre,             C-0012",
        "CLIENT,  Lilas (fleuriste),            C-0013",
        "CLIENT,  ROSES,                        MDR7",
        "CLIENT,  Waxelio Ouest,                WAX01",
        "CLIENT,  Wakselio,                     WAX01",
        "PROJECT, Brasserie du Avre - Support,  C-0012",
        "PROJECT, BDL - Assistance,             C-0013",
        "CLIENT,  Mas des Roses,                MDR7"
    })
    void theRightCustomerIsSuggestedFirst(MappingKind kind, String name, String first) {
        List<Suggestion> suggestions = customers.suggestions(kind, name);

        assertThat(suggestions).isNotEmpty();
        assertThat(suggestions.get(0).customerCode()).as(suggestions.toString()).isEqualTo(first);
        assertThat(suggestions.get(0).why()).isNotBlank();
        assertThat(suggestions).isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()));
    }

    @Test
    void twoCustomersOfTheSameInitialsAreBothSuggested() {
        assertThat(customers.suggestions(MappingKind.CLIENT, "ABC"))
                .extracting(Suggestion::customerCode)
                .startsWith("ABCD1", "ABCE2");
    }

    @Test
    void twoCustomersOfOneShortCodeAreBothSuggested() {
        assertThat(customers.suggestions(MappingKind.PROJECT, "TWIN - Assistance"))
                .extracting(Suggestion::customerCode)
                .startsWith("TWIN01", "TWIN02");
    }

    @ParameterizedTest
    @CsvSource({"Support", "Services informatiques", "Projet", "Maintenance forfaitaire", "de la", "365"})
    void aWordOfTheTradeSuggestsNobody(String name) {
        assertThat(customers.suggestions(MappingKind.PROJECT, name)).isEmpty();
    }
}
