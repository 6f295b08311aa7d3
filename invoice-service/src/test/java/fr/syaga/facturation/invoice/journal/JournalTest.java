package fr.syaga.facturation.invoice.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class JournalTest {

    @Inject
    AgroalDataSource database;

    @Test
    void aChangedByteIsFoundAndItsEntryNamed() throws SQLException {
        Ledger.imports(
                Ledger.row("F 20110101", "JRN - MAISON DU LIN", "03/01/2011", "100", "119,6"),
                Ledger.row("F 20110102", "JRN - MAISON DU LIN", "04/01/2011", "100", "119,6"));
        Caller.READER.calls().get("/api/v1/journal/verify").then().body("intact", equalTo(true));
        String id = Caller.READER
                .calls()
                .get("/api/v1/invoices?q=F20110101")
                .jsonPath()
                .getString("items[0].id");
        int entry = Caller.READER
                .calls()
                .get("/api/v1/journal?invoiceId=" + id)
                .jsonPath()
                .getInt("items[0].sequence");

        tamper("update journal_entry set facts = replace(facts, '100.00', '900.00') where sequence = " + entry);

        Caller.READER
                .calls()
                .get("/api/v1/journal/verify")
                .then()
                .body("intact", equalTo(false))
                .body("brokenAt", equalTo(entry));
        tamper("update journal_entry set facts = replace(facts, '900.00', '100.00') where sequence = " + entry);
        Caller.READER.calls().get("/api/v1/journal/verify").then().body("intact", equalTo(true));
    }

    @Test
    void theDatabaseRefusesToChangeOrEmptyTheJournal() {
        Ledger.imports(Ledger.row("F 20110201", "JRN - MAISON DU LIN", "03/02/2011", "100", "119,6"));

        assertThatThrownBy(() -> execute("update journal_entry set actor = 'x'"))
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> execute("delete from journal_entry")).hasMessageContaining("append only");
        assertThatThrownBy(() -> execute("truncate journal_entry")).hasMessageContaining("append only");
    }

    /** Somebody with the rights of the database's owner, who switches the guard off. */
    private void tamper(String sql) throws SQLException {
        execute("alter table journal_entry disable trigger user; " + sql
                + "; alter table journal_entry enable trigger user");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
