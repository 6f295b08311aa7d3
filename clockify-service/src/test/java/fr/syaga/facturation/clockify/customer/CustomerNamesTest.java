package fr.syaga.facturation.clockify.customer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.invoicing.Customer;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerNamesTest {

    private final CustomerNames customers = new CustomerNames(List.of(
            new Customer("PROVEN10", "PROVENCALE", List.of("PROVENÇALE SA")),
            new Customer("PHARMA10", "PHARMABEST", null),
            new Customer("LAA01", "LES AUTOMATISMES APPLIQUES", List.of("Jumeau")),
            new Customer("LAA10", "LAA", List.of("Jumeau"))));

    @ParameterizedTest
    @CsvSource({
        "Provençale, PROVEN10",
        "PROVENCALE S.A.S., PROVEN10",
        "SARL PharmaBest, PHARMA10",
        "Pharma-Best, ''",
        "laa, LAA10",
        "Les Automatismes (Appliqués) EURL, LAA01",
        "Jumeau, ''"
    })
    void aClientIsTheOneCustomerOfItsFoldedName(String client, String code) {
        assertThat(customers.codeOf(ClientName.fold(client)).orElse("")).isEqualTo(code);
    }

    @Test
    void aClientThatIsNobodyByNameGetsTheLikeliestCustomersSuggested() {
        List<Suggestion> suggestions = customers.suggestions(ClientName.fold("Pharma-Best"));

        assertThat(suggestions).isNotEmpty();
        assertThat(suggestions.get(0).customerCode()).isEqualTo("PHARMA10");
        assertThat(suggestions.get(0).similarity()).isBetween(0.9, 1.0);
    }

    @Test
    void aNameThatIsOnlyALegalFormStaysAName() {
        assertThat(ClientName.fold("SA")).isEqualTo("SA");
    }
}
