package fr.syaga.facturation.edge;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;

/**
 * Looks at a service's settings before anything else happens: a wrong or a missing one stops the start with a sentence that names
 * it and what would be right. The value itself is told unless it is a secret.
 */
public final class StartSettings {

    private final UnaryOperator<String> settings;
    private final List<String> wrong = new ArrayList<>();

    private StartSettings(UnaryOperator<String> settings) {
        this.settings = settings;
    }

    /** Checks those that every service needs, wherever they are set: environment, file or command line. */
    public static StartSettings ofEveryService() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        return of(name -> config.getConfigValue(name).getValue());
    }

    /** Checks what that function tells of each name, null when it is not set. */
    public static StartSettings of(UnaryOperator<String> settings) {
        return new StartSettings(settings)
                .needed(
                        "DB_URL",
                        "jdbc:postgresql://db.example:5432/facturation",
                        url -> url.startsWith("jdbc:postgresql:"))
                .needed("DB_USER", "the role that owns this service's schema", user -> true)
                .secret("DB_PASSWORD", "that role's password")
                .needed(
                        "FACTURATION_JWKS",
                        "the address of the public keys, such as file:/run/keys/jwks.json",
                        StartSettings::isReadable)
                .needed(
                        "FACTURATION_SIGNING_KEY",
                        "the address of our key, such as file:/run/keys/signing-key.pem",
                        StartSettings::isReadable)
                .when("FACTURATION_TODAY", "a date such as 2025-08-01, or left out", StartSettings::isDate)
                .duration("FACTURATION_FIGURES_EVERY");
    }

    /** A file that is named must be there; another address is looked at when it is needed. */
    private static boolean isReadable(String address) {
        return !address.startsWith("file:")
                || parses(() -> {
                    if (!Files.isReadable(Path.of(URI.create(address)))) {
                        throw new IllegalArgumentException(address);
                    }
                });
    }

    private static boolean isDate(String text) {
        return parses(() -> LocalDate.parse(text));
    }

    /** A neighbour's address. */
    public StartSettings address(String name) {
        return when(
                name, "an address such as http://localhost:8081", text -> text.matches("https?://[^\\s/?#]+[^\\s]*"));
    }

    /** Euros, above zero. */
    public StartSettings amount(String name) {
        return when(
                name,
                "an amount of euros above zero, such as 110.00",
                text -> parses(() -> new BigDecimal(text)) && new BigDecimal(text).signum() > 0);
    }

    public StartSettings number(String name, int least, int most) {
        return when(
                name,
                "a whole number from %d to %d".formatted(least, most),
                text -> parses(() -> Integer.parseInt(text))
                        && Integer.parseInt(text) >= least
                        && Integer.parseInt(text) <= most);
    }

    public StartSettings duration(String name) {
        return when(name, "a time such as 30s, 15m or 2h", text -> parses(() -> DurationConverter.parseDuration(text)));
    }

    public StartSettings timeOfDay(String name) {
        return when(name, "a time of day such as 09:00", text -> parses(() -> LocalTime.parse(text)));
    }

    public StartSettings oneOf(String name, String... values) {
        return when(
                name,
                "one of " + String.join(", ", values),
                text -> List.of(values).contains(text.toUpperCase(Locale.ROOT)));
    }

    private StartSettings needed(String name, String right, Predicate<String> isRight) {
        if (isMissing(name)) {
            wrong.add("%s is missing; set it to %s.".formatted(name, right));
            return this;
        }
        return when(name, right, isRight);
    }

    private StartSettings secret(String name, String right) {
        if (isMissing(name)) {
            wrong.add("%s is missing; set it to %s.".formatted(name, right));
        }
        return this;
    }

    private StartSettings when(String name, String right, Predicate<String> isRight) {
        if (!isMissing(name) && !isRight.test(settings.apply(name).strip())) {
            wrong.add("%s is '%s'; it must be %s.".formatted(name, settings.apply(name), right));
        }
        return this;
    }

    private boolean isMissing(String name) {
        String value = settings.apply(name);
        return value == null || value.isBlank();
    }

    private static boolean parses(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** A sentence for each setting that is wrong. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Starts the service, or ends the process with the sentences. */
    public void start(String... arguments) {
        if (wrong.isEmpty()) {
            Quarkus.run(arguments);
        } else {
            wrong.forEach(System.err::println);
            System.exit(1);
        }
    }
}
