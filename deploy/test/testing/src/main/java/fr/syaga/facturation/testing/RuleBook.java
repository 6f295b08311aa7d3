package fr.syaga.facturation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of a service and the tests that prove them: {@code src/test/resources/rules.yaml} holds a list of parts, each a
 * {@code part} and its {@code rules}; a rule is a sentence ({@code rule}) and the names of its {@code tests}, as
 * {@code Class.method}. {@code RULES.md} is the same for people, and is made of it.
 */
public final class RuleBook {

    private static final Path RULES = Path.of("src/test/resources/rules.yaml");
    private static final Path PAGE = Path.of("RULES.md");
    /** The service's own tests, and those that run all services together. */
    private static final List<Path> TESTS =
            List.of(Path.of("src/test/java"), Path.of("../deploy/test/end-to-end/src/test/java"));

    private final Map<String, Path> sources = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    private RuleBook() {
        TESTS.forEach(this::addSources);
    }

    /**
     * Fails when a rule names a test that does not exist, or when {@code RULES.md} says something else; {@code -Drules.write=true}
     * writes the page instead.
     *
     * @param service such as {@code invoice-service}
     */
    public static void assertUpToDate(String service) {
        RuleBook book = new RuleBook();
        String page = book.page(service);
        assertThat(book.unknown)
                .as("tests that %s names and that do not exist", RULES)
                .isEmpty();
        try {
            if (Boolean.getBoolean("rules.write")) {
                Files.writeString(PAGE, page);
            }
            assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                    .as("RULES.md is not what rules.yaml says; run the test with -Drules.write=true and commit it")
                    .isEqualTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(String service) {
        StringBuilder page = new StringBuilder("# Rules of %s\n\n".formatted(service))
                .append("Made of [rules.yaml](%s) by `RulesTest`, which fails when a test named here does not exist.\n"
                        .formatted(RULES));
        int number = 0;
        for (Map<String, Object> part : parts()) {
            page.append("\n## %s\n\n| # | Rule | Proven by |\n| --- | --- | --- |\n".formatted(part.get("part")));
            for (Map<String, Object> rule : Entries.of(part, "rules")) {
                number++;
                List<String> tests = Entries.texts(rule, "tests");
                assertThat(tests).as("tests of the rule '%s'", rule.get("rule")).isNotEmpty();
                page.append("| %d | %s | %s |\n"
                        .formatted(
                                number,
                                rule.get("rule"),
                                String.join(
                                        "<br>", tests.stream().map(this::link).toList())));
            }
        }
        return page.toString();
    }

    private String link(String test) {
        String[] names = test.split("\\.");
        Optional<Path> source = names.length == 2 ? Optional.ofNullable(sources.get(names[0])) : Optional.empty();
        if (source.filter(file -> declares(file, names[1])).isEmpty()) {
            unknown.add(test);
            return test;
        }
        return "[%s](%s)".formatted(test, source.get().toString().replace('\\', '/'));
    }

    /** A test is a method, or a field that holds a rule of the architecture. */
    private static boolean declares(Path source, String test) {
        return Pattern.compile("\\b(void|ArchRule)\\s+%s\\b".formatted(Pattern.quote(test)))
                .matcher(read(source))
                .find();
    }

    private void addSources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file ->
                            sources.putIfAbsent(file.getFileName().toString().replace(".java", ""), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> parts() {
        return new Yaml().load(read(RULES));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the reader of YAML gives, by its types. */
    @SuppressWarnings("unchecked")
    private static final class Entries {

        static List<Map<String, Object>> of(Map<String, Object> in, String key) {
            return (List<Map<String, Object>>) in.get(key);
        }

        static List<String> texts(Map<String, Object> in, String key) {
            return (List<String>) in.getOrDefault(key, List.of());
        }
    }
}
