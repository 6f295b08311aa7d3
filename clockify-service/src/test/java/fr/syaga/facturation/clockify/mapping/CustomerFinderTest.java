package fr.syaga.facturation.clockify.mapping;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.customer.WordSet;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerFinderTest {

    private final CustomerFinder finder = CustomerFinder.of(
            new OwnCompany("Acme Conseil"),
            List.of(
                    chosen(MappingKind.CLIENT, "Kéolia", "KEO1"),
                    chosen(MappingKind.PROJECT, "Interventions", "INT1"),
                    chosen(MappingKind.WORDS, "GMAO", "GMA1"),
                    chosen(MappingKind.WORDS, "contrôle Lilas", "LIL1"),
                    chosen(MappingKind.WORDS, "Lilas", "LIL2"),
                    chosen(MappingKind.WORDS, "Le Havre", "HAV1")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "KEOLIA, Divers,        Appel,                    KEO1, CLIENT",
                "Kéolia, Interventions, Appel,                    INT1, PROJECT",
                "-,      interventions, Appel,                    INT1, PROJECT",
                "Kéolia, Interventions, Réglage gmao,             GMA1, WORDS",
                "Kéolia, Interventions, Réglage GMAOX,            INT1, PROJECT",
                "-,      -,             Lilas : contrôle du soir, LIL1, WORDS",
                "-,      Lilas,         CONTROLE,                 LIL1, WORDS",
                "-,      -,             Les lilas,                LIL2, WORDS",
                "-,      -,             Havre de paix,            -,    -",
                "-,      -,             Port du Havre et le quai, HAV1, WORDS",
                "Autre,  Autre,         Appel,                    -,    -"
            })
    void theMostParticularMappingWins(String client, String project, String text, String code, String by) {
        EntryDetails details = details(client, project, text);

        assertThat(finder.of(details).map(CustomerFinder.Found::code).orElse(null))
                .isEqualTo(code);
        assertThat(finder.of(details).map(found -> found.by().name()).orElse(null))
                .isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ACME conseil SARL, X,                   true",
                "-,                 Acme Conseil - R&D,  true",
                "-,                 acme-conseil,        true",
                "-,                 Acme Conseils,       false",
                "ACMECONSEIL,       Acme,                false",
                "-,                 Chez Acme Conseil,   false"
            })
    void whatBeginsWithTheOwnCompanysWordIsOurs(String client, String project, boolean ours) {
        assertThat(finder.isOurs(details(client, project, null))).isEqualTo(ours);
    }

    @Test
    void wordsHaveNoOrder() {
        assertThat(WordSet.of("Lilas contrôle")).isEqualTo(WordSet.of("CONTROLE, lilas !"));
    }

    @ParameterizedTest
    @CsvSource({"Services informatiques", "SARL", "de la", "'!!'", "Maintenance hors forfait"})
    void wordsThatStandInEverybodysEntriesTellNobody(String text) {
        assertThat(WordSet.of(text).tellNobody()).isTrue();
        assertThat(WordSet.of(text + " Kéolia").tellNobody()).isFalse();
    }

    private static CustomerMapping chosen(MappingKind kind, String name, String code) {
        CustomerMapping mapping = new CustomerMapping(kind, name);
        mapping.choose(code);
        return mapping;
    }

    private static EntryDetails details(String client, String project, String text) {
        return new EntryDetails("Zoé", "zoe@example.fr", client, project, null, null, text, true);
    }
}
