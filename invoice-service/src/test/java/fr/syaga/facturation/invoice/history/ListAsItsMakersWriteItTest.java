package fr.syaga.facturation.invoice.history;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** The list with what makers, word processors and spreadsheets do to it: each row is kept or named, never lost. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ListAsItsMakersWriteItTest {

    private static final String HEADINGS =
            "Numéro;Client;Date;Total HT;Total TTC;Acompte TTC;TTC origine;Mt acompte;MT Réglé;MT Perte;Reste dû;Comptabilisée;Acompte HT;TVA / Acompte";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Never closed.
                "3 | \"QUO1 - Ouvert | QUO1 - Apres",
                // Closed by the next open one, amid its row.
                "3 | \"QUO1 - Ouvert | \"QUO1 - Apres",
                // Closed at the end of a later cell.
                "3 | \"QUO1 - Ouvert | QUO1 - Apres\"",
                // Another one closes before.
                "4 | QUO1 - \"Sans\" | \"QUO1 - Ouvert",
            })
    void anOpenQuoteIsNamedWithItsLineAndNothingIsImported(int line, String second, String third) {
        imports(
                        row("F 20130101", "QUO1 - Avant"),
                        row("F 20130102", second),
                        row("F 20130103", third),
                        row("F 20130104", "QUO1 - Apres"),
                        row("F 20130105", "QUO1 - Apres"))
                .statusCode(422)
                .body("type", equalTo("urn:facturation:problem:not-the-list"))
                .body("detail", containsString("line " + line));

        Caller.READER.calls().get("/api/v1/customers/QUO1").then().statusCode(404);
    }

    @Test
    void anOpenQuoteAtTheBeginningOfALongListIsNamedToo() {
        String[] rows = new String[3000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("F 2013%02d%04d".formatted(1 + i % 12, i), (i == 6 ? "\"" : "") + "QUO2 - Long");
        }

        imports(rows).statusCode(422).body("detail", containsString("line 8"));

        Caller.READER.calls().get("/api/v1/customers/QUO2").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "' - ', 1",
        "'\u00A0- ', 2",
        "' – ', 3",
        "' -', 4",
        "'- ', 5",
        "'\u202F—\u2009', 6",
        "' \u2212 ', 7",
        "'\u200B \u2011 ', 8",
        "'\t- ', 9",
        "' \u00AD ', 10",
        "'\u3000\uFF0D\u3000', 11"
    })
    void whateverSpaceOrDashStandsAtTheHyphenIsOneCustomer(String parting, int counter) {
        imports(row("F 201302%02d".formatted(counter), "DASH1" + parting + "Alpha Bis"))
                .statusCode(200)
                .body("imported", equalTo(1));

        Caller.READER
                .calls()
                .get("/api/v1/customers/DASH1")
                .then()
                .body("name", equalTo("Alpha Bis"))
                .body("aliases", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DASH2-Alpha Bis", "DASH2–Alpha Bis", "DASH2\u2011Alpha Bis", "DASH2\uFFFD - Alpha"})
    void aCustomerWhoseCodeCannotBeToldIsARejectedRow(String customer) {
        imports(row("F 20130201", customer))
                .statusCode(200)
                .body("rejected.line", equalTo(List.of(2)))
                .body("rejected[0].reason", containsString("LAA10 - LAA"));
    }

    @Test
    void aListOfWindowsWithItsDashAndItsFreeBytesIsRead() {
        byte[] file = (HEADINGS + "\r\n" + row("F 20130301", "DASH3\u00A0- Alpha") + "\r\n"
                        + row("F 20130302", "DASH3 – Alpha") + "\r\n" + row("F 20130303", "DASH3 - Alpha?") + "\r\n")
                .getBytes(WINDOWS);
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '?' ? (byte) 0x81 : file[i];
        }

        Ledger.imports(file).statusCode(200).body("imported", equalTo(3)).body("customers", equalTo(1));
    }

    @Test
    void emptyRowsAreNoRowsAndLinesAreThoseOfTheFile() {
        imports(
                        "",
                        ";;;",
                        row("F 20130401", "VOID1 - Alpha"),
                        " ; ;\u00A0;;;;;;;;;;;",
                        "",
                        row("F 20130402", "VOID1 - Alpha").replace("12/01/2013", "12/13/2013"),
                        ";;;;;;;;;;;;;")
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("imported", equalTo(1))
                .body("rejected.line", equalTo(List.of(7)));
    }

    @Test
    void datesAndAmountsWithAnySpaceAreRead() {
        imports(
                        "F\u202F20130501;SPACE1 - Alpha;\u00A012/01/2013\u2009;1\u202F234,50;1\u00A0481,40;0;;0;0;0;1\u2009481,40;Non;0;0",
                        "\uFEFFA 20130502;SPACE1 - Alpha;12\u00A0/ 01/2013;\u2212\u00A0100;–120;0;;0;0;0;‑120;Non;0;0")
                .statusCode(200)
                .body("imported", equalTo(2))
                .body("totalNet", equalTo(1134.50f))
                .body("totalGross", equalTo(1361.40f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000, 50_000})
    void aListWhoseRowsAreAllDamagedAccountsForEach(long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(damaged(row("F 2013%02d%03d".formatted(1 + i % 12, i), "HURT%d - Alpha".formatted(seed)), random));
        }

        JsonPath report =
                imports(rows.toArray(String[]::new)).statusCode(200).extract().jsonPath();

        long filled = rows.stream()
                .filter(row -> !row.replaceAll("[;\\p{Z}]", "").isEmpty())
                .count();
        assertThat(report.getLong("rows")).isEqualTo(filled);
        assertThat(report.getLong("imported")
                        + report.getLong("unchanged")
                        + report.getLong("updated")
                        + report.getLong("rejectedRows"))
                .isEqualTo(filled);
        assertThat(report.getList("rejected.line", Long.class))
                .allMatch(line -> line >= 2 && line <= 301)
                .doesNotHaveDuplicates();
    }

    /** A quote at the beginning of a cell is left out: it refuses the whole list, as another test says. */
    private static String damaged(String row, Random random) {
        int at = random.nextInt(row.length());
        return switch (random.nextInt(8)) {
            case 0 -> row.substring(0, at);
            case 1 -> row.substring(at);
            case 2 ->
                row.substring(0, at)
                        + Character.toString(random.nextInt(1, 0xD800)).replaceAll("[\"\r\n]", "x")
                        + row.substring(at);
            case 3 -> row.replace(" - ", new String[] {"-", " –", "\u00A0", " ", ""}[random.nextInt(5)]);
            case 4 -> row.substring(0, at) + ";;" + row.substring(at);
            case 5 -> row.replace(';', new char[] {',', '\t', ' '}[random.nextInt(3)]);
            case 6 -> row.replaceAll("[0-9]", new String[] {"", "x", "9", "0"}[random.nextInt(4)]);
            default -> row.replaceAll("[^;]", "");
        };
    }

    private static ValidatableResponse imports(String... rows) {
        return Ledger.imports(
                (HEADINGS + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String number, String customer) {
        return number + ";" + customer + ";12/01/2013;100;120;0;;0;0;0;120;Non;0;0";
    }
}
