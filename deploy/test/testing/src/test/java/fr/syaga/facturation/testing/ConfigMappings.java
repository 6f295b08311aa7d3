package fr.syaga.facturation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that a service's {@code @ConfigMapping} interfaces declare, read from their source, where their meaning stands. */
final class ConfigMappings {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern NESTED = Pattern.compile("interface (\\w+) (?:extends \\w+ )?\\{([^{}]*)}");
    private static final Pattern MEMBER = Pattern.compile(
            "(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?(?:@WithDefault\\(\"([^\"]*)\"\\)\\s*)?([\\w.]+(?:<[^;(]*>)?) (\\w+)\\(\\);",
            Pattern.DOTALL);

    private ConfigMappings() {}

    /**
     * One setting.
     *
     * @param meaning null when its declaration has no comment
     * @param defaultValue null when it has none there
     */
    record Declared(String meaning, String defaultValue) {}

    /** By property name. */
    static Map<String, Declared> of(Path sources) {
        Map<String, Declared> settings = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                Matcher prefix = PREFIX.matcher(text);
                if (prefix.find()) {
                    read(settings, prefix.group(1), null, body(text, prefix.end()));
                }
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between the braces of the interface after this place. */
    private static String body(String text, int from) {
        int start = text.indexOf('{', from) + 1;
        int depth = 1;
        int end = start;
        while (depth > 0) {
            char at = text.charAt(end++);
            depth += at == '{' ? 1 : at == '}' ? -1 : 0;
        }
        return text.substring(start, end - 1).replaceAll("\\{@\\w+ ([^}]*)}", "$1");
    }

    private static void read(Map<String, Declared> settings, String prefix, String about, String body) {
        Map<String, String> nested = new LinkedHashMap<>();
        Matcher inner = NESTED.matcher(body);
        while (inner.find()) {
            nested.put(inner.group(1), inner.group(2));
        }
        Matcher member = MEMBER.matcher(NESTED.matcher(body).replaceAll(""));
        while (member.find()) {
            String name = prefix + "." + kebab(member.group(4));
            String type = member.group(3);
            if (nested.containsKey(type)) {
                read(settings, name, sentence(null, member.group(1)), nested.get(type));
            } else {
                settings.put(
                        type.startsWith("Map<") ? name + ".\"…\"" : name,
                        new Declared(sentence(about, member.group(1)), member.group(2)));
            }
        }
    }

    /** The comment as one line, after what the whole group is about. */
    private static String sentence(String about, String comment) {
        if (comment == null) {
            return null;
        }
        String line = comment.replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
        return about == null
                ? line
                : about.replaceAll("\\.$", ": ") + line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
