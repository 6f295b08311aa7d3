package fr.syaga.facturation.story;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job on the four packaged services, as a user runs it, and what follows when one of them dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

    private static final int INVOICE = 1;
    private static final int RECURRENCE = 2;
    private static final int CLOCKIFY = 3;
    private static final int EXPORT = 4;
    private static final Duration RESTART = Duration.ofSeconds(120);

    private RunningProduct product;
    private RunningProduct.Ended demo;

    @BeforeAll
    void theDemoRuns() throws Exception {
        Path state = Path.of("target", "story");
        product = new RunningProduct(state);
        product.command("reset");
        demo = product.command("demo");
    }

    @AfterAll
    void everythingStops() throws Exception {
        assertThat(product.command("down").exit()).isZero();
    }

    @Test
    @Order(1)
    void everyFigureHoldsAndTheSecondTimeNothingChanges() {
        assertThat(demo.exit()).as(demo.output()).isZero();
        assertThat(demo.output())
                .containsPattern("history\\.documents +3432")
                .containsPattern("cache\\.documents +1680")
                .containsPattern("contracts\\.annualNet +52806\\.40")
                .containsPattern("schedule\\.invoices +41")
                .containsPattern("schedule\\.totalNet +21501\\.60")
                .containsPattern("time\\.hours +222\\.00")
                .containsPattern("time\\.totalNet +24420\\.00")
                .containsPattern("recurring\\.totalNet +4150\\.00")
                .containsPattern("export\\.totalNet +28570\\.00")
                .containsPattern("export\\.totalGross +34284\\.00");
    }

    @Test
    @Order(2)
    void otherReadersFindTheSameTotalsInTheThreeFiles() throws Exception {
        assertThat(netOfXml()).isEqualByComparingTo("28570.00");
        assertThat(netOfCsv()).isEqualByComparingTo("28570.00");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(Files.newInputStream(product.out("export_oxygen_factures.xlsx")))) {
            var sheet = workbook.getSheet("Factures_A_Editer");
            double net = StreamSupport.stream(sheet.spliterator(), false)
                    .skip(1)
                    .filter(row ->
                            DateUtil.isCellDateFormatted(row.getCell(2, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)))
                    .mapToDouble(row -> row.getCell(5).getNumericCellValue())
                    .sum();
            assertThat(BigDecimal.valueOf(net)).isEqualByComparingTo("28570");
        }
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(ints = {INVOICE, RECURRENCE, CLOCKIFY, EXPORT})
    void eachServiceShowsItsSwaggerPageAndHealth(int service) {
        assertThat(product.get(service, "/q/swagger-ui/").status()).isEqualTo(200);
        assertThat(product.get(service, "/q/openapi?format=json").json().get("paths"))
                .isNotEmpty();
        assertThat(product.get(service, "/q/health/live").status()).isEqualTo(200);
        assertThat(product.get(service, "/q/health/started").status()).isEqualTo(200);
        assertThat(product.get(service, "/q/metrics").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void aNeighbourThatIsDownIsA503AndNothingIsHalfDone() throws IOException {
        product.kill("invoice-service");

        RunningProduct.Answer refused = product.post(RECURRENCE, "/api/v1/runs", run("2025-09-01", "2025-09-30"));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        awaitReady(INVOICE);
        RunningProduct.Answer made = product.post(RECURRENCE, "/api/v1/runs", run("2025-09-01", "2025-09-30"));
        assertThat(made.json().get("created").asInt()
                        + made.json().get("existing").asInt())
                .isEqualTo(8);
        assertThat(made.amount("totalNet")).isEqualByComparingTo("4150.00");
        assertThat(recurring("2025-09-01", "2025-09-30")).hasSize(8);
    }

    @Test
    @Order(5)
    void anyNumberOfRunsAtOnceBillOnce() {
        List<RunningProduct.Answer> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> product.post(RECURRENCE, "/api/v1/runs", run("2025-10-01", "2025-10-31"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.amount("totalNet")).isEqualByComparingTo("4901.60");
        });
        assertThat(recurring("2025-10-01", "2025-10-31")).hasSize(9);
    }

    @Test
    @Order(6)
    void aServiceThatDiesInTheMiddleOfARunLosesAndDoublesNothing() throws IOException {
        CompletableFuture<RunningProduct.Answer> interrupted = CompletableFuture.supplyAsync(
                () -> product.post(RECURRENCE, "/api/v1/runs", run("2025-11-01", "2025-12-31")));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> interrupted.isDone()
                        || !recurring("2025-11-01", "2025-12-31").isEmpty());
        product.kill("recurrence-service");
        interrupted.join();
        awaitReady(RECURRENCE);

        RunningProduct.Answer repeated = product.post(RECURRENCE, "/api/v1/runs", run("2025-11-01", "2025-12-31"));

        assertThat(repeated.json().get("failed")).isEmpty();
        assertThat(repeated.amount("totalNet")).isEqualByComparingTo("8300.00");
        assertThat(recurring("2025-11-01", "2025-12-31")).hasSize(16);
        RunningProduct.Answer schedule = product.get(RECURRENCE, "/api/v1/schedule?from=2025-08-01&to=2025-12-31");
        assertThat(schedule.json().get("count").asInt()).isEqualTo(41);
        assertThat(schedule.amount("totalNet")).isEqualByComparingTo("21501.60");
        assertThat(schedule.json().get("occurrences").findValuesAsText("status"))
                .containsOnly("INVOICED");
    }

    @Test
    @Order(7)
    void theJournalOfAllThatIsIntact() {
        assertThat(product.get(INVOICE, "/api/v1/journal/verify")
                        .json()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(8)
    void everyMetricOfDashboardAndAlertsIsThere() throws IOException {
        List<String> scraped = IntStream.of(INVOICE, RECURRENCE, CLOCKIFY, EXPORT)
                .mapToObj(
                        service -> product.get(service, "/q/metrics").response().body())
                .flatMap(String::lines)
                .toList();

        assertThat(Dashboard.metrics())
                .hasSizeGreaterThan(30)
                .allSatisfy(metric -> assertThat(scraped)
                        .as(metric)
                        .anyMatch(line -> line.startsWith(metric + "{") || line.startsWith(metric + " ")));
        assertThat(scraped)
                .filteredOn(line -> line.startsWith("facturation_"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line).doesNotEndWith("NaN");
                    assertThat(scraped).contains(helpOf(line, scraped));
                });
    }

    private static String helpOf(String series, List<String> scraped) {
        String name = series.split("[{ ]")[0].replaceAll("_total$", "");
        return scraped.stream()
                .filter(line -> line.matches("# HELP " + name + "(_total)? .{10,}"))
                .findFirst()
                .orElse("no help of " + name);
    }

    @Test
    @Order(9)
    void everyAlertHasAPlaceThatSaysWhatToDo() throws IOException {
        String page = Files.readString(Path.of("..", "..", "alerts.md")).toLowerCase(Locale.ROOT);

        assertThat(Dashboard.runbooks())
                .hasSameSizeAs(Dashboard.rules())
                .allSatisfy(heading -> assertThat(page).contains("\n## " + heading + "\n"));
    }

    private void awaitReady(int service) {
        Awaitility.await().atMost(RESTART).until(() -> product.isReady(service));
    }

    private JsonNode recurring(String from, String to) {
        return product.get(INVOICE, "/api/v1/invoices?origin=RECURRENCE&limit=1000&from=%s&to=%s".formatted(from, to))
                .json()
                .get("items");
    }

    private static String run(String from, String to) {
        return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    }

    private BigDecimal netOfXml() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder()
                .parse(product.out("export_oxygen_factures.xml").toFile());
        String namespace = "http://tempuri.org/data.xsd";
        assertThat(document.getElementsByTagNameNS(namespace, "PIECE").getLength())
                .isEqualTo(23);
        NodeList quantities = document.getElementsByTagNameNS(namespace, "QTE");
        NodeList prices = document.getElementsByTagNameNS(namespace, "PUHT");
        return IntStream.range(0, prices.getLength())
                .mapToObj(i -> decimal(quantities.item(i).getTextContent())
                        .multiply(decimal(prices.item(i).getTextContent())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal netOfCsv() throws IOException {
        String text = Files.readString(product.out("export_oxygen_factures.csv"), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFtype;numero;date_facture;client;description;montant_ht;");
        List<String> rows = text.lines().skip(1).toList();
        assertThat(rows).hasSize(23);
        return rows.stream().map(row -> decimal(row.split(";")[5])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(String french) {
        return new BigDecimal(french.replace(',', '.'));
    }
}
