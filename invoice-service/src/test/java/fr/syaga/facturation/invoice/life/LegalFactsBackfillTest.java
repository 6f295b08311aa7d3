package fr.syaga.facturation.invoice.life;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Many documents got their number before anybody said which company issues; a database of its own. */
@QuarkusTest
@TestProfile(LegalFactsBackfillTest.OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LegalFactsBackfillTest {

    /** A profile of its own is a PostgreSQL of its own. */
    @QuarkusTestResource(RealPostgres.class)
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "2025-08-05");
        }
    }

    private static final int DOCUMENTS = 500;
    private static final int CHUNK = 7;
    private static final String ISSUER = "{\"name\":\"ATELIER RÉSEAU\",\"siren\":\"732829320\"}";

    @Inject
    LegalFactsBackfill late;

    @Inject
    AgroalDataSource database;

    @Test
    @Order(1)
    void nobodySaidWhoIssuesSoDocumentsWait() throws SQLException {
        documents("2021", 20);

        assertThat(frozen(CHUNK)).isZero();

        assertThat(late.pending()).isEqualTo(20);
    }

    @Test
    @Order(2)
    void aStopHalfWayLosesNothingAndNothingIsWrittenTwice() throws SQLException {
        execute(
                "insert into issuer (only_one, name, siren, debit_option, version) values (true, 'ATELIER RÉSEAU', '732829320', false, 0)");
        assertThat(frozen(CHUNK)).isEqualTo(CHUNK);
        QuarkusTransaction.begin();
        assertThat(late.freezeSome(CHUNK)).isEqualTo(CHUNK);
        QuarkusTransaction.rollback();
        Ledger.reads("issuer").body("lateFacts.pending", equalTo(20 - CHUNK));

        late.goOn(new StartupEvent());
        waitUntilNonePends();

        assertThat(late.pending()).isZero();
        assertThat(ask("select count(*) from invoice where legal_facts like '%ATELIER%'"))
                .isEqualTo(20);
        assertThat(ask("select count(distinct invoice_id) from journal_entry where deed = 'LEGAL_FACTS_FROZEN'"))
                .isEqualTo(20);
        assertThat(ask("select count(*) from journal_entry")).isEqualTo(20);
        Ledger.reads("journal/verify").body("intact", equalTo(true));
    }

    @Test
    @Order(3)
    void whoeverSaysItDoesNotWaitForThousands() throws SQLException {
        documents("2022", DOCUMENTS);
        execute("delete from issuer");

        Caller.ADMIN
                .calls()
                .body(ISSUER)
                .put("/api/v1/issuer")
                .then()
                .statusCode(200)
                .body("name", equalTo("ATELIER RÉSEAU"));
        waitUntilNonePends();

        Ledger.reads("issuer").body("lateFacts.pending", equalTo(0));
        assertThat(ask("select count(*) from invoice where legal_facts like '%ATELIER%'"))
                .isEqualTo(20 + DOCUMENTS);
        assertThat(ask("select count(*) from journal_entry")).isEqualTo(20 + DOCUMENTS);
        Ledger.reads("journal/verify").body("intact", equalTo(true));
    }

    @Test
    @Order(4)
    void ofManyWhoSayItAtOnceEachIsHeardOrTold() throws Exception {
        Load admin = Load.by(Caller.ADMIN);
        List<Callable<Integer>> calls = IntStream.range(0, 64)
                .mapToObj(i ->
                        (Callable<Integer>) () -> admin.put("/api/v1/issuer", ISSUER.replace("ATELIER", "MAISON " + i))
                                .statusCode())
                .toList();

        assertThat(Load.atOnce(64, calls)).contains(200).isSubsetOf(200, 409);

        Ledger.reads("issuer").body("name", startsWith("MAISON "));
    }

    private int frozen(int most) {
        return QuarkusTransaction.requiringNew().call(() -> late.freezeSome(most));
    }

    private void waitUntilNonePends() {
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        while (late.pending() > 0 && Instant.now().isBefore(limit)) {
            Thread.yield();
        }
    }

    private void documents(String year, int count) throws SQLException {
        Ledger.customer("LATE");
        execute("""
                insert into invoice (id, kind, status, origin, number, customer_code, customer_name, issued_on, net_amount, vat_amount,
                                     gross_amount, paid_amount, currency, created_at, words, version)
                select gen_random_uuid(), 'INVOICE', 'ISSUED', 'RECURRENCE', 'F%1$s01' || lpad(i::text, 4, '0'), 'LATE', 'LATE',
                       '%1$s-01-05', 100, 20, 120, 0, 'EUR', now(), '', 0
                from generate_series(1, %2$d) i""".formatted(year, count));
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
