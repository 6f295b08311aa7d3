package fr.syaga.facturation.clockify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader asks leaves every table as it was, also where a run would store something new. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ReadTest {

    @Inject
    CleanDatabase cleaning;

    @Inject
    AgroalDataSource database;

    /** July is billed; then a draft is dropped, a contract is agreed, and a customer is new. */
    @BeforeEach
    void muchHasChangedSinceTheLastRun() {
        cleaning.clean();
        Outside.everythingIsUp();
        Outside.customersAre("{\"items\":[],\"nextCursor\":null}");
        post("/api/v1/sync", "{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}");
        Outside.everythingIsUp();
        Caller.OPERATOR
                .calls()
                .body("{\"month\":\"2025-07\"}")
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);
        Outside.invoices().drop("time:LAA10:2025-07");
        Outside.alsoHasAContract("ARTINF10");
        Outside.customersAre("{\"items\":[],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/billing/preview?month=2025-07",
                "/billing/preview?month=2025-08",
                "/forfaits?month=2025-07",
                "/customer-mappings",
                "/time-entries",
                "/conflicts",
                "/rules",
                "/rates",
                "/billing-layouts",
                "/billing-layouts/proposals",
                "/timesheets?month=2025-07&customer=LAA10",
                "/monitoring",
                "/reminders",
                "/reports/daily",
                "/sync"
            })
    void aReadChangesNothing(String path) throws SQLException {
        Map<String, String> before = everything();

        Caller.READER.calls().get("/api/v1" + path).then().statusCode(200);

        assertThat(everything()).isEqualTo(before);
    }

    private static void post(String path, String body) {
        Caller.OPERATOR.calls().body(body).post(path).then().statusCode(200);
    }

    /** Each table with the sum of its rows. */
    private Map<String, String> everything() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet sum = statement.executeQuery(
                        "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from %s t"
                                .formatted(table))) {
                    sum.next();
                    sums.put(table, sum.getString(1));
                }
            }
        }
        assertThat(sums).containsKeys("time_entry", "billing_item", "customer_mapping", "remembered_contract");
        return sums;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                statement.executeQuery("select tablename from pg_tables where schemaname = current_schema"
                        + " and tablename not like 'qrtz%' and tablename not like 'flyway%'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
