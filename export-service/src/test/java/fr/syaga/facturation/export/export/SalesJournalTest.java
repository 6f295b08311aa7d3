package fr.syaga.facturation.export.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.export.Invoices;
import fr.syaga.facturation.export.Neighbour;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

/** The sales journal within its business year. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@ConnectWireMock
class SalesJournalTest {

    private static final int ENTRY = 2;
    private static final int PIECE = 8;

    WireMock wiremock;

    /** Three of January, one of them free, and two of February. */
    private final List<Invoice> january = List.of(
            issued("F202601001", LocalDate.of(2026, 1, 5), "100.00"),
            issued("F202601002", LocalDate.of(2026, 1, 20), "0.00"),
            issued("F202601003", LocalDate.of(2026, 1, 31), "300.00"));

    private final List<Invoice> february = List.of(
            issued("F202602001", LocalDate.of(2026, 2, 1), "400.00"),
            issued("F202602002", LocalDate.of(2026, 2, 28), "500.00"));

    private final List<Invoice> both =
            Stream.concat(january.stream(), february.stream()).toList();
    private Neighbour neighbour;

    @BeforeEach
    void aYearOfTwoMonths() {
        neighbour = new Neighbour(wiremock)
                .issues("732829320")
                .hasFrom("2026-01-01", both)
                .hasFrom("2026-02-01", february);
    }

    @Test
    void theNumbersOfAMonthGoOnAfterTheMonthBefore() {
        JsonPath done = Exported.whenDone(order("{\"from\":\"2026-02-01\",\"to\":\"2026-02-28\"}"));

        assertThat(column(done, ENTRY)).containsExactly("3", "4");
        assertThat(column(done, PIECE)).containsExactly("F202602001", "F202602002");
        assertThat(done.getString("fileName")).isEqualTo("export-ventes_732829320FEC20261231_20260201-20260228.txt");
    }

    @Test
    void aMonthExportedTwiceHasTheSameNumbersAndAnotherMonthAnotherName() {
        String request = "{\"from\":\"2026-02-01\",\"to\":\"2026-02-28\",\"customer\":\"F202602002\"}";
        neighbour.hasFrom("2026-02-01", february.subList(1, 2));
        JsonPath first = Exported.whenDone(order(request));
        order(request).then().statusCode(200).body("id", equalTo(first.getString("id")));

        neighbour.hasFrom("2026-01-01", january);
        JsonPath other = Exported.whenDone(order("{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}"));

        assertThat(column(first, ENTRY)).containsExactly("4");
        assertThat(first.getString("fileName")).startsWith("export-ventes_732829320FEC20261231_20260201-20260228_");
        assertThat(column(other, ENTRY)).containsExactly("1", "2");
        assertThat(other.getString("fileName")).isEqualTo("export-ventes_732829320FEC20261231_20260101-20260131.txt");
    }

    @Test
    void theWholeYearHasTheNameOfTheRule() {
        JsonPath done = Exported.whenDone(order("{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}"));

        assertThat(column(done, ENTRY)).containsExactly("1", "2", "3", "4");
        assertThat(done.getString("fileName")).isEqualTo("export-ventes_732829320FEC20261231.txt");
    }

    @Test
    void twoBusinessYearsAreTwoFiles() {
        Invoice before = issued("F202512009", LocalDate.of(2025, 12, 31), "50.00");
        neighbour.has(Stream.concat(Stream.of(before), both.stream()).toList());

        order("{}")
                .then()
                .statusCode(409)
                .body("type", containsString("several-business-years"))
                .body("detail", containsString("2025-01-01 to 2025-12-31; 2026-01-01 to 2026-12-31"))
                .body("detail", containsString("filter.from and filter.to"));
        neighbour.hasFrom("2025-12-01", january);
        order("{\"from\":\"2025-12-01\",\"to\":\"2026-01-31\"}").then().statusCode(409);
        order("{\"from\":\"2025-12-01\"}").then().statusCode(oneOf(200, 202));
    }

    private static List<String> column(JsonPath export, int column) {
        String text = new String(Exported.file(export), Charset.forName("ISO-8859-15"));
        return Stream.of(text.split("\r\n"))
                .skip(1)
                .map(line -> line.split("\t", -1)[column])
                .distinct()
                .toList();
    }

    private static Response order(String filter) {
        return Caller.OPERATOR
                .calls()
                .body("{\"format\":\"FEC\",\"filter\":%s}".formatted(filter))
                .post("/api/v1/exports");
    }

    private static Invoice issued(String number, LocalDate day, String amount) {
        Invoice like = Invoices.recurring(number, amount);
        return new Invoice(
                UUID.nameUUIDFromBytes(("journal " + number).getBytes(StandardCharsets.UTF_8)),
                like.kind(),
                Invoice.Status.ISSUED,
                like.origin(),
                like.reference(),
                number,
                like.customerCode(),
                like.customerName(),
                day,
                day.plusDays(30),
                null,
                null,
                like.subject(),
                null,
                like.lines(),
                like.netAmount(),
                like.vatAmount(),
                like.grossAmount(),
                like.vatBreakdown(),
                "EUR",
                null,
                null,
                null);
    }
}
