package fr.syaga.facturation.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** The report: each figure on a line of its own with its name, and a mark where it is not what it must be. */
final class Figures {

    private final Expected expected;
    private final List<String> lines = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();

    Figures(Expected expected) {
        this.expected = expected;
    }

    void title(String text) {
        line("");
        line(text);
    }

    void note(String text) {
        line("  " + text);
    }

    void count(String name, JsonNode actual) {
        check(name, expected.figure(name), actual.asText());
    }

    void count(String name, long actual) {
        check(name, expected.figure(name), Long.toString(actual));
    }

    void amount(String name, JsonNode actual) {
        check(name, expected.figure(name), amount(actual));
    }

    void amount(String name, BigDecimal actual) {
        check(name, expected.figure(name), amount(actual));
    }

    /** One figure for each name that is wanted or there. */
    void each(String prefix, Map<String, String> wanted, Map<String, String> actual) {
        TreeSet<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(actual.keySet());
        names.forEach(name ->
                check(prefix + "." + name, wanted.getOrDefault(name, "none"), actual.getOrDefault(name, "none")));
    }

    void check(String name, String wanted, String actual) {
        if (wanted.equals(actual)) {
            line("  %-34s %s".formatted(name, actual));
        } else {
            line("  %-34s %s   MOVED: %s was expected".formatted(name, actual, wanted));
            moved.add("%s is %s and not %s".formatted(name, actual, wanted));
        }
    }

    private void line(String text) {
        lines.add(text);
        System.out.println(text);
    }

    List<String> lines() {
        return lines;
    }

    /** The figures that are not what they must be. */
    List<String> moved() {
        return moved;
    }

    static String amount(JsonNode value) {
        return value.isNumber() || value.isTextual() ? amount(new BigDecimal(value.asText())) : value.toString();
    }

    /** With two decimals; more decimals than that are shown, since they would be a fault. */
    static String amount(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() > 2 ? plain : plain.setScale(2, RoundingMode.UNNECESSARY)).toPlainString();
    }
}
