package fr.syaga.facturation.recurrence;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.FigureReader;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static fr.syaga.facturation.testing.Metrics.value;
import static org.assertj.core.api.Assertions.assertThat;

/** Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class FiguresTest {

    @Inject
    FigureReader figures;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void whatIsDueAndNotMadeIsAFigureUntilARunMadeIt() {
        write("LAA10", "\"billFrom\":\"2025-06-01\"");
        figures.look();

        assertThat(value("facturation_due_not_created")).isEqualTo(2);
        assertThat(value("facturation_due_not_created_euros")).isEqualTo(600);
        assertThat(value("facturation_anomalies", "kind=\"MISSING\"")).isEqualTo(2);
        assertThat(value("facturation_anomalies_euros", "kind=\"NOT_INVOICED\""))
                .isEqualTo(300);

        run("2025-06-01", "2025-08-01");
        figures.look();

        assertThat(value("facturation_due_not_created")).isZero();
        assertThat(value("facturation_due_not_created_euros")).isZero();
        assertThat(value("facturation_anomalies", "kind=\"MISSING\"")).isZero();
        assertThat(value("facturation_anomalies_euros", "kind=\"NOT_INVOICED\""))
                .isZero();
        assertThat(value("facturation_last_run_created")).isEqualTo(3);
        assertThat(value("facturation_last_run_failed")).isZero();
        assertThat(value("facturation_last_run_remaining")).isZero();
    }
}
