package fr.syaga.facturation.edge;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StartSettingsTest {

    private static final String KEY = Path.of("pom.xml").toUri().toString();

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "DB_URL", "jdbc:postgresql://localhost:5432/facturation",
            "DB_USER", "invoice",
            "DB_PASSWORD", "a password",
            "FACTURATION_JWKS", KEY,
            "FACTURATION_SIGNING_KEY", KEY));

    private StartSettings check() {
        return StartSettings.of(settings::get);
    }

    @Test
    void whatIsNeededAndNoMoreIsEnough() {
        assertThat(check().wrong()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DB_URL", "DB_USER", "DB_PASSWORD", "FACTURATION_JWKS", "FACTURATION_SIGNING_KEY"})
    void whatIsMissingIsNamed(String name) {
        settings.remove(name);

        assertThat(check().wrong()).singleElement().asString().startsWith(name + " is missing; set it to ");
    }

    @ParameterizedTest
    @CsvSource({
        "DB_URL, mysql://db, jdbc:postgresql://",
        "FACTURATION_JWKS, file:/nowhere/jwks.json, such as file:",
        "FACTURATION_TODAY, yesterday, a date such as 2025-08-01",
        "FACTURATION_FIGURES_EVERY, banana, 'a time such as 30s, 15m or 2h'"
    })
    void whatIsWrongIsNamedWithWhatWouldBeRight(String name, String value, String right) {
        settings.put(name, value);

        assertThat(check().wrong())
                .singleElement()
                .asString()
                .startsWith("%s is '%s'; it must be ".formatted(name, value))
                .contains(right);
    }

    @Test
    void aSecretIsNeverTold() {
        settings.put("DB_PASSWORD", "  ");
        settings.put("DB_URL", "wrong");

        assertThat(check().wrong()).hasSize(2).noneMatch(sentence -> sentence.contains("a password"));
    }
}
