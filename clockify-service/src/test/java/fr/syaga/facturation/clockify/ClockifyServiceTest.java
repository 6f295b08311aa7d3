package fr.syaga.facturation.clockify;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.edge.StartSettings;

import static org.assertj.core.api.Assertions.assertThat;

class ClockifyServiceTest {

    @ParameterizedTest
    @CsvSource({
        "FACTURATION_HOURLY_RATE, abc, 'an amount of euros above zero, such as 110.00'",
        "FACTURATION_HOURLY_RATE, -5, 'an amount of euros above zero, such as 110.00'",
        "FACTURATION_ROUND_UP_TO_MINUTES, 7, 'one of 0, 6, 15'",
        "CLOCKIFY_SYNC_EVERY, banana, 'a time such as 30s, 15m or 2h'",
        "CLOCKIFY_HOURLY_QUOTA, 0, a whole number from 1 to 1000000000",
        "INVOICE_URL, localhost, an address such as http://localhost:8081"
    })
    void aWrongSettingStopsTheStartWithOneSentence(String name, String value, String right) {
        assertThat(wrong(name, value)).contains("%s is '%s'; it must be %s.".formatted(name, value, right));
    }

    @ParameterizedTest
    @CsvSource({
        "FACTURATION_HOURLY_RATE, 95.50",
        "CLOCKIFY_SYNC_EVERY, PT20M",
        "FACTURATION_LINES_BY, project",
        "FACTURATION_WORKDAY_FROM, 08:30",
        "INVOICE_URL, http://invoice:8081"
    })
    void aRightSettingDoesNot(String name, String value) {
        assertThat(wrong(name, value)).noneMatch(sentence -> sentence.startsWith(name));
    }

    private static Iterable<String> wrong(String name, String value) {
        return ClockifyService.settings(StartSettings.of(asked -> asked.equals(name) ? value : null))
                .wrong();
    }
}
