package fr.syaga.facturation.invoice;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.FigureReader;
import fr.syaga.facturation.testing.Metrics;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FiguresTest {

    private static final String BROKEN = "facturation_journal_broken";

    @Inject
    FigureReader figures;

    @Inject
    AgroalDataSource database;

    @Test
    void whatWaitsIsCountedByStateAndOrigin() {
        Ledger.customer("FIG10");
        figures.look();
        double drafts = open("DRAFT");
        double approved = open("APPROVED");

        String id = Ledger.written(Ledger.draft("FIG10", null, "10.00")).getString("id");
        figures.look();
        assertThat(open("DRAFT")).isEqualTo(drafts + 1);

        Ledger.does(id, "approve").statusCode(200);
        figures.look();
        assertThat(open("DRAFT")).isEqualTo(drafts);
        assertThat(open("APPROVED")).isEqualTo(approved + 1);
        assertThat(Metrics.value("facturation_invoices_issued_this_month", "origin=\"TIME\""))
                .isZero();
    }

    @Test
    void aJournalThatIsBrokenIsFoundWithoutAnybodyAsking() throws Exception {
        Ledger.customer("FIG20");
        Ledger.does(Ledger.written(Ledger.draft("FIG20", null, "10.00")).getString("id"), "approve")
                .statusCode(200);
        lookUntilItIs(0);

        tamper("update journal_head set hash = reverse(hash)");
        lookUntilItIs(1);

        tamper("update journal_head set hash = reverse(hash)");
        lookUntilItIs(0);
        assertThat(Metrics.value("facturation_journal_entries")).isPositive();
    }

    private static double open(String status) {
        return Metrics.value("facturation_invoices_open", "status=\"" + status + "\"", "origin=\"MANUAL\"");
    }

    /** Each look walks along a part of the chain, which other tests may have made long. */
    private void lookUntilItIs(double broken) {
        for (int looks = 0; looks < 1000; looks++) {
            figures.look();
            if (Metrics.value(BROKEN) == broken && looks > 0) {
                return;
            }
        }
        assertThat(Metrics.value(BROKEN)).isEqualTo(broken);
    }

    private void tamper(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
