package fr.syaga.facturation.invoice.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Lists that do not come in as one chunk. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LongListTest {

    private static final int ROWS = 2_500;

    @Inject
    AgroalDataSource database;

    /** In the same chunk, and in another one. */
    @ParameterizedTest
    @ValueSource(ints = {3, ROWS})
    void aNumberThatStandsTwiceInOneListIsComparedWithItsFirstRow(int rowsOfList) {
        String code = "TWICE" + rowsOfList;
        String year = rowsOfList == ROWS ? "2023" : "2022";
        String first = "F " + year + "0201";
        String open = first + ";" + code + " - MAISON DU LIN;03/01/" + year + ";100;120;0;;0;0;0;120;Non;0;0";
        List<String> rows = new ArrayList<>(List.of(open));
        rows.addAll(rows(code, year, rowsOfList));
        rows.add(Ledger.row(first, code + " - MAISON DU LIN SARL", "03/01/" + year, "100", "120"));
        rows.add(Ledger.row(first, code + "X - MAISON DU CHANVRE", "03/01/" + year, "100", "120"));
        rows.add(Ledger.row(first, code + " - MAISON DU LIN", "03/01/" + year, "101", "120"));

        Ledger.imports(rows.toArray(String[]::new))
                .statusCode(200)
                .body("rows", equalTo(rowsOfList + 4))
                .body("imported", equalTo(rowsOfList + 1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("customers", equalTo(1))
                .body("rejected.line", equalTo(List.of(rowsOfList + 4, rowsOfList + 5)))
                .body("rejected[0].reason", containsString("the customer is"))
                .body("rejected[1].reason", containsString("the net amount is 100.00 there and 101.00 in this row"));

        String id = Ledger.reads("invoices?q=" + first.replace(" ", ""))
                .body("items", hasSize(1))
                .body("items[0].paidAmount", equalTo(120.00f))
                .extract()
                .path("items[0].id");
        assertThat(Ledger.deeds(id)).containsExactly("IMPORTED", "PAYMENT_LISTED");
        Ledger.reads("customers/" + code)
                .body("name", equalTo("MAISON DU LIN"))
                .body("aliases", equalTo(List.of("MAISON DU LIN SARL")));
        Ledger.reads("customers/" + code + "X").statusCode(404);
        Ledger.reads("journal/verify").body("intact", equalTo(true));
    }

    /** The connection breaks while the list's second chunk waits for a number that somebody else is just using. */
    @Test
    void anImportThatBreaksHalfWayLeavesNothingAndIsRepeated() throws Exception {
        String[] rows = rows("BREAK", "2024", ROWS).toArray(String[]::new);
        Ledger.customer("BREAKS");
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, """
                    insert into invoice (id, kind, status, origin, number, customer_code, customer_name, issued_on, net_amount, vat_amount,
                                         gross_amount, paid_amount, currency, created_at, words, version)
                    values (gen_random_uuid(), 'INVOICE', 'ISSUED', 'HISTORY', 'F2024011500', 'BREAKS', 'B', '2024-01-01', 1, 0, 1, 0, 'EUR',
                            now(), '', 0)""");
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                    () -> Ledger.imports(rows).extract().statusCode());
            while (!status.isDone() && ask("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                            where query like 'copy invoice %' and wait_event_type = 'Lock'""") == 0) {
                Thread.sleep(20);
            }
            assertThat(status.orTimeout(60, TimeUnit.SECONDS).join()).isGreaterThanOrEqualTo(500);
            other.rollback();
        }
        assertThat(ask("select count(*) from invoice where customer_code = 'BREAK'"))
                .isZero();
        assertThat(ask("select count(*) from customer where code = 'BREAK'")).isZero();
        Ledger.reads("journal/verify").body("intact", equalTo(true));

        Ledger.imports(rows).statusCode(200).body("imported", equalTo(ROWS));

        Ledger.imports(rows).statusCode(200).body("unchanged", equalTo(ROWS));
        Ledger.reads("journal/verify").body("intact", equalTo(true));
        assertThat(ask("""
                        select count(*) from invoice i join journal_entry j on j.invoice_id = i.id
                        where i.customer_code = 'BREAK' and j.deed = 'IMPORTED' and j.facts like '%' || i.number || '%'""")).isEqualTo(ROWS);
    }

    /** Word for word, and in the order of the numbers, as when each entry was inserted on its own. */
    @Test
    void theJournalSaysOfEachDocumentWhatItSaidBefore() throws SQLException {
        List<String> rows = rows("TOLD", "2021", 1_100);
        Collections.shuffle(rows, new Random(42));
        rows.add(Ledger.row("A 20210301", "\"TOLD - \"\"L'ÉTÉ\"\", \\N\"", "05/03/2021", "-0,10", "-0,12"));

        Ledger.imports(rows.toArray(String[]::new)).body("imported", equalTo(1_101));

        assertThat(ask("""
                        select count(*) from (
                            select j.sequence - lag(j.sequence) over (order by i.number) as step
                            from invoice i join journal_entry j on j.invoice_id = i.id where i.customer_code = 'TOLD') told
                        where step <> 1""")).isZero();
        assertThat(facts("A20210301"))
                .isEqualTo(
                        "{\"customerCode\":\"TOLD\",\"customerName\":\"\\\"L'ÉTÉ\\\", \\\\N\",\"gross\":-0.12,\"issuedOn\":\"2021-03-05\",\"net\":-0.10,\"number\":\"A20210301\",\"paid\":-0.12,\"vat\":-0.02}");
        assertThat(facts("F202101100"))
                .isEqualTo(
                        "{\"customerCode\":\"TOLD\",\"customerName\":\"MAISON DU LIN\",\"gross\":120.00,\"issuedOn\":\"2021-01-05\",\"net\":100.00,\"number\":\"F202101100\",\"paid\":120.00,\"vat\":20.00}");
    }

    private String facts(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select j.facts from journal_entry j join invoice i on i.id = j.invoice_id where i.number = ?")) {
            query.setString(1, number);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<String> rows(String code, String year, int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(Ledger.row(
                    "F " + year + "01" + (i < 100 ? "%04d".formatted(i) : i),
                    code + " - MAISON DU LIN",
                    "05/01/" + year,
                    "100",
                    "120"));
        }
        return rows;
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
