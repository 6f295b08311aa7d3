package fr.syaga.facturation.clockify.layout;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;

import static org.assertj.core.api.Assertions.assertThat;

class LayoutGroupTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HOUR,  -, -,    46245, 12.85",
                "HOUR,  -, -,    18,    0.01",
                "HOUR,  -, -,    17,    0.00",
                "HOUR,  -, 0.25, 3601,  1.25",
                "HOUR,  -, 0.25, 3600,  1.00",
                "DAY,   -, 0.5,  85500, 3.50",
                "DAY,   -, 0.5,  88200, 3.50",
                "DAY,   -, 0.5,  88201, 4.00",
                "DAY,   7.5, 1,  1,     1.00",
                "DAY,   8, 0.25, 28800, 1.00",
                "DAY,   -, -,    10800, 0.43",
                "DAY,   -, -,    25200, 1.00",
                "FIXED, -, -,    1,     1.00",
                "FIXED, -, -,    0,     0.00"
            })
    void secondsBecomeAQuantityOnce(
            BilledUnit unit, BigDecimal hoursPerDay, BigDecimal step, long seconds, BigDecimal quantity) {
        LayoutGroup group = new LayoutGroup("G", null, null, unit, BigDecimal.TEN, hoursPerDay, step, false, null);

        assertThat(group.quantity(seconds)).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Refonte gmao,    Écran,                      0",
                "Divers,          GMAOX,                      2",
                "Divers,          Réglage du serveur Oracle,  1",
                "Serveur,         Base oracle,                1",
                "Divers,          serveur de fichiers,        2",
                "CHÂTEAU - Bases, Sauvegarde,                 1",
                "Château – bases, Sauvegarde,                 1",
                "Château - Bases 2, Sauvegarde,               2",
                "Serveur Oracle,  GMAO,                       0",
                "-,               -,                          2"
            })
    void theFirstGroupThatMatchesTakesAnEntry(String project, String text, int place) {
        BillingLayout layout = new BillingLayout(
                List.of(
                        group("Gestion", List.of("GMAO"), List.of()),
                        group("Bases", List.of("serveur Oracle", "BI7"), List.of("Château - Bases"))),
                null);

        assertThat(layout.placeOf(new EntryDetails("Z", null, null, project, null, null, text, true)))
                .isEqualTo(place);
    }

    @Test
    void aDesignationNamesItsMonthInFrench() {
        LayoutGroup group = new LayoutGroup(
                "G", null, null, null, null, null, null, false, "Régie {month}\r\nSelon devis, {month}");

        assertThat(group.designation(YearMonth.of(2025, 8))).isEqualTo("Régie août 2025\nSelon devis, août 2025");
    }

    private static LayoutGroup group(String title, List<String> words, List<String> projects) {
        return new LayoutGroup(title, words, projects, null, null, null, null, true, null);
    }
}
