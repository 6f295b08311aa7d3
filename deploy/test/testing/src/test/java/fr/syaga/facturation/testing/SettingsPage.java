package fr.syaga.facturation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of all settings, made of where they are declared: properties with their comments, and config mappings. */
final class SettingsPage {

    private static final Path ROOT = Path.of("..", "..", "..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
    private static final Pattern OURS = Pattern.compile("(facturation|clockify|recurrence)\\..*");

    private final Map<String, String[]> rows = new LinkedHashMap<>();

    /** Settings without a meaning, which is a mistake. */
    private final List<String> mute = new ArrayList<>();

    static SettingsPage read() {
        SettingsPage page = new SettingsPage();
        page.add("all", Path.of("deploy", "edge"), "META-INF/microprofile-config.properties");
        for (String service : List.of("invoice", "recurrence", "clockify", "export")) {
            page.add(service, Path.of(service + "-service"), "application.properties");
        }
        return page;
    }

    List<String> mute() {
        return mute;
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # Settings

                Made of the services' own declarations; a test fails when they differ (`-Dsettings.write=true` writes it anew). A setting is a variable
                of the environment under this name. Where a property's name stands, a file named in `QUARKUS_CONFIG_LOCATIONS` can set it. What Quarkus
                itself offers can be set as well, such as `QUARKUS_MAILER_PORT`, `_USERNAME`, `_PASSWORD`, `_START_TLS` or `QUARKUS_DATASOURCE_JDBC_MAX_SIZE`.

                | Setting | Meaning | Default | Service |
                | --- | --- | --- | --- |
                """);
        rows.values().forEach(row -> page.append("| `%s` | %s | %s | %s |%n".formatted((Object[]) row)));
        return page.toString();
    }

    private void add(String service, Path module, String properties) {
        Map<String, ConfigMappings.Declared> declared =
                new LinkedHashMap<>(ConfigMappings.of(ROOT.resolve(module).resolve(Path.of("src", "main", "java"))));
        StringBuilder comment = new StringBuilder();
        for (String line : lines(module, properties)) {
            if (line.startsWith("#") && !line.startsWith("# ---")) {
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
                continue;
            }
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("%test.")) {
                property(
                        service,
                        line.substring(0, equals).replace("%prod.", ""),
                        line.substring(equals + 1),
                        comment.isEmpty() ? null : comment.toString(),
                        declared);
            }
            comment.setLength(0);
        }
        declared.forEach((name, each) -> row(service, name, environment(name), each.meaning(), each.defaultValue()));
    }

    private void property(
            String service, String name, String value, String comment, Map<String, ConfigMappings.Declared> declared) {
        ConfigMappings.Declared known = declared.remove(name);
        Matcher variable = VARIABLE.matcher(value);
        String meaning = known != null && known.meaning() != null ? known.meaning() : comment;
        if (variable.find()) {
            row(service, name, variable.group(1), meaning, variable.group(2));
        } else if (OURS.matcher(name).matches()) {
            boolean quoted = name.contains("\"");
            row(service, name, quoted ? name : environment(name), meaning, value);
            if (quoted) {
                declared.remove(name.replaceAll("\"[^\"]*\"", "\"…\""));
            }
        }
    }

    private void row(String service, String property, String name, String meaning, String defaultValue) {
        if (meaning == null) {
            mute.add(service + ": " + property);
        }
        String shown = defaultValue == null || defaultValue.isBlank() ? "none" : "`" + defaultValue + "`";
        rows.putIfAbsent(service + name, new String[] {name, cell(meaning), shown, service});
    }

    private static String cell(String meaning) {
        return String.valueOf(meaning).replace("|", "\\|");
    }

    /** The variable that sets a property. */
    private static String environment(String property) {
        return property.contains("\"")
                ? property
                : property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static List<String> lines(Path module, String properties) {
        try {
            return Files.readAllLines(ROOT.resolve(module)
                    .resolve(Path.of("src", "main", "resources"))
                    .resolve(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
