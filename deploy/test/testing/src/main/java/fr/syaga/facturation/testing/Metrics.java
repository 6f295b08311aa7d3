package fr.syaga.facturation.testing;

import java.util.List;

import static io.restassured.RestAssured.given;

/** What a scrape of the service under test says. */
public final class Metrics {

    private Metrics() {}

    /**
     * The value of one series.
     *
     * @param tags as they are written, {@code status="DRAFT"}, in any order
     */
    public static double value(String name, String... tags) {
        List<String> series = given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(tags).stream().allMatch(line::contains))
                .toList();
        if (series.size() != 1) {
            throw new AssertionError("%s%s is %d series: %s".formatted(name, List.of(tags), series.size(), series));
        }
        String line = series.get(0);
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
