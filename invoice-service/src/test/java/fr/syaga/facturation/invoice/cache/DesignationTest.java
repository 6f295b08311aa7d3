package fr.syaga.facturation.invoice.cache;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DesignationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forfait maintenance mensuel - March 2022 - Monnaie de saisie du document : Euro|Forfait maintenance mensuel - Mars 2022",
                "Forfait maintenance mensuel – AOUT 2025|Forfait maintenance mensuel - Août 2025",
                "Forfait maintenance mensuel - août  2025|Forfait maintenance mensuel - Août 2025",
                "Forfait maintenance mensuel Fév. 2024|Forfait maintenance mensuel - Février 2024",
                "Migration serveur - 20.5 heures - April 2024|Migration serveur - Avril 2024 (20.5h)",
                "Migration serveur - Avril 2024 (20,5h)|Migration serveur - Avril 2024 (20.5h)",
                "Assistance technique - 12 h - Juillet 2025|Assistance technique - Juillet 2025 (12.0h)",
                "Audit sécurité - 0.25 heure|Audit sécurité (0.25h)",
                "Licences Office 365 - May 2021|Licences Office 365 - Mai 2021",
                "Marche à suivre 2024|Marche à suivre 2024",
                "Support 24h/24 - Dec 2019|Support 24h/24 - Décembre 2019",
                "Juin 2020|Juin 2020",
                "12 heures|(12.0h)",
                "- -|''"
            })
    void oneFormForOneServiceWithFrenchMonths(String raw, String standard) {
        Designation designation = Designation.parse(raw);

        assertThat(designation.standard(designation.service())).isEqualTo(standard);
    }

    @Test
    void theSpellingUsedMostIsTheServicesForm() {
        List<Designation> designations = Stream.of(
                        "Suivi et maintenance serveurs - Mai 2021",
                        "suivi et maintenance serveurs - June 2021",
                        "Suivi et maintenance serveurs - July 2021",
                        "SUIVI ET MAINTENANCE SERVEURS - 2.5 heures - July 2021",
                        "AUDIT SECURITE",
                        "Audit sécurité")
                .map(Designation::parse)
                .toList();

        Services services = Services.in(designations);

        assertThat(services.standard(designations.get(3)))
                .isEqualTo("Suivi et maintenance serveurs - Juillet 2021 (2.5h)");
        assertThat(services.standard(designations.get(4))).isEqualTo("Audit sécurité");
        assertThat(services.all())
                .extracting(Services.Service::name, Services.Service::documents)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Suivi et maintenance serveurs", 4L),
                        org.assertj.core.groups.Tuple.tuple("Audit sécurité", 2L));
    }

    @Test
    void standardisingTwiceChangesNothing() {
        for (String raw : List.of("Migration serveur - 20.5 heures - April 2024", "Avoir - Mai 2016", "Prestation")) {
            Designation once = Designation.parse(raw);
            Designation twice = Designation.parse(once.standard(once.service()));
            assertThat(twice.standard(twice.service())).isEqualTo(once.standard(once.service()));
        }
    }
}
