package fr.syaga.facturation.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What the dashboard and the alerts ask Prometheus for. */
final class Dashboard {

    private static final Path FOLDER = Path.of("..", "..", "observability");
    private static final Pattern RULE =
            Pattern.compile("expr: *>?\\s+(.*?)\\n +(?:for|labels|annotations):", Pattern.DOTALL);
    /** A name that is no function; label names stand in braces or after "by" and are taken out before. */
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]\\w*_\\w+)\\b(?!\\s*\\()");

    private Dashboard() {}

    static Set<String> metrics() throws IOException {
        Set<String> metrics = new TreeSet<>();
        Stream.concat(panels().stream(), rules().stream())
                .map(expression -> expression.replaceAll("\\{[^}]*}", "").replaceAll("by \\([^)]*\\)", ""))
                .forEach(expression -> {
                    Matcher metric = METRIC.matcher(expression);
                    while (metric.find()) {
                        metrics.add(metric.group(1));
                    }
                });
        return metrics;
    }

    private static List<String> panels() throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve(Path.of("grafana", "dashboards", "facturation.json"))
                        .toFile())
                .findValuesAsText("expr");
    }

    static List<String> rules() throws IOException {
        return RULE.matcher(text("alerts.yml"))
                .results()
                .map(rule -> rule.group(1))
                .toList();
    }

    /** Every alert with the heading that its runbook names. */
    static List<String> runbooks() throws IOException {
        return Pattern.compile("runbook: deploy/alerts\\.md#(\\w+)")
                .matcher(text("alerts.yml"))
                .results()
                .map(runbook -> runbook.group(1))
                .toList();
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(Path.of("prometheus", file)));
    }
}
