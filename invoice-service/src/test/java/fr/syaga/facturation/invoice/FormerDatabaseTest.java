package fr.syaga.facturation.invoice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** A ledger that was in use before regimes could be undecided, names followed the list and words were folded by their writer. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FormerDatabaseTest {

    private static final String SCHEMA = "former_ledger";
    private static final String WORDS_SCHEMA = "former_words";

    @Inject
    DataSource database;

    @Test
    void whatPersonsSaidStandsAndTheRestIsReadFromTheDocuments() throws SQLException {
        migrate(SCHEMA, "13");
        try (Connection former = database.getConnection();
                Statement statement = former.createStatement()) {
            statement.execute("set search_path to " + SCHEMA);
            for (String customer :
                    List.of("F1 FRENCH ANCIEN", "F2 OUTSIDE_EU ANCIEN", "F3 FRENCH Choisi", "F4 FRENCH ANCIEN")) {
                String[] part = customer.split(" ");
                statement.execute(
                        "insert into customer (code, name, vat_regime, payment_days, payment_end_of_month, version) values ('%s', '%s', '%s', 30, false, 0)"
                                .formatted(part[0], part[2], part[1]));
                statement.execute("insert into customer_alias values ('%s', 'NOUVEAU')".formatted(part[0]));
                document(statement, part[0], 1, "ANCIEN", "2024-01-05", part[0].equals("F4") ? 20 : 0);
                document(statement, part[0], 2, "NOUVEAU", "2025-01-05", part[0].equals("F4") ? 20 : 0);
            }
            statement.execute("set search_path to default");
        }

        migrate(SCHEMA, "latest");

        assertThat(
                        rows(
                                "select code || ' ' || coalesce(vat_regime, vat_regime_hint) || ' ' || name from %s.customer order by code"))
                .containsExactly(
                        "F1 NO_VAT_IN_HISTORY NOUVEAU",
                        "F2 OUTSIDE_EU NOUVEAU",
                        "F3 NO_VAT_IN_HISTORY Choisi",
                        "F4 FRENCH NOUVEAU");
        assertThat(rows("select customer_code || ' ' || alias from %s.customer_alias order by 1"))
                .containsExactly("F1 ANCIEN", "F2 ANCIEN", "F3 NOUVEAU", "F4 ANCIEN");
    }

    @Test
    void wordsOfFormerDocumentsAreFoundAsBefore() throws SQLException {
        migrate(WORDS_SCHEMA, "36");
        String searched =
                "select count(*)::text from %s.invoice where search_vector @@ %s.words_query('maintenance ETE journaux')"
                        .formatted(WORDS_SCHEMA, WORDS_SCHEMA);
        try (Connection former = database.getConnection();
                Statement statement = former.createStatement()) {
            statement.execute("set search_path to " + WORDS_SCHEMA);
            statement.execute(
                    "insert into customer (code, name, vat_regime, payment_days, payment_end_of_month, version) values ('W1', 'W', 'FRENCH', 30, false, 0)");
            document(statement, "W1", 1, "W", "2025-01-05", 20);
            statement.execute("""
                    insert into invoice (id, kind, status, origin, number, customer_code, customer_name, issued_on, net_amount, vat_amount,
                                         gross_amount, paid_amount, currency, created_at, search_text, version)
                    values (gen_random_uuid(), 'INVOICE', 'ISSUED', 'HISTORY', 'F20250799', 'W1', 'W', '2025-07-01', 1, 0, 1, 0, 'EUR', now(),
                            '  Maintenances -- Été ; maintenance, journal', 0)""");
            statement.execute("set search_path to default");
        }
        assertThat(rows(searched)).containsExactly("1");

        migrate(WORDS_SCHEMA, "latest");

        assertThat(rows(searched)).containsExactly("1");
        assertThat(rows("select words from %s.invoice order by words".formatted(WORDS_SCHEMA)))
                .containsExactly("", "maintenances ete maintenance journal");
    }

    private static void document(Statement statement, String code, int nth, String name, String day, int vat)
            throws SQLException {
        statement.execute(
                """
                insert into invoice (id, kind, status, origin, number, customer_code, customer_name, issued_on, net_amount, vat_amount,
                                     gross_amount, paid_amount, currency, created_at, search_text, version)
                values (gen_random_uuid(), 'INVOICE', 'ISSUED', 'HISTORY', 'F20%s%s0%d', '%s', '%s', '%s', 100, %d, %d, 0, 'EUR', '2025-06-01T00:00:0%dZ', '', 0)""".formatted(day.substring(2, 4), code.substring(1) + "1", nth, code, name, day, vat, 100 + vat, nth));
    }

    private void migrate(String schema, String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .target(target)
                .load()
                .migrate();
    }

    private List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection former = database.getConnection();
                Statement statement = former.createStatement();
                ResultSet row = statement.executeQuery(query.formatted(SCHEMA))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
