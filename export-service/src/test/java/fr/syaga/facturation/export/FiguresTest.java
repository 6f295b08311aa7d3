package fr.syaga.facturation.export;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.FigureReader;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.testing.Metrics.value;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FiguresTest {

    @Inject
    FigureReader figures;

    @Inject
    AgroalDataSource database;

    @Test
    void exportsOfTheDayAreCountedByStateAndTheSlowestIsTold() throws Exception {
        figures.look();
        double failed = value("facturation_exports", "status=\"FAILED\"");

        sql("""
            with chosen as (insert into selection (id, fingerprint, documents, invoices, created_at)
              values (gen_random_uuid(), gen_random_uuid()::text, 1, '', now()) returning id)
            insert into export (id, selection_id, format, status, progress, documents, total_net, total_gross, file_name,
                                again, sha256, size, problem, created_by, created_at, finished_at)
            select gen_random_uuid(), id, format, status, 0, 1, 0, 0, 'x', false, sha, size, problem, 'x',
                   now() - age, now() - age + interval '77 minutes'
            from chosen, (values ('CSV', 'DONE', 'x', 1, null, interval '2 hours'),
                                 ('XLSX', 'FAILED', null, null, 'x', interval '3 hours'),
                                 ('CSV', 'FAILED', null, null, 'x', interval '25 hours'))
              as row (format, status, sha, size, problem, age)""");
        figures.look();

        assertThat(value("facturation_exports", "status=\"FAILED\"")).isEqualTo(failed + 1);
        assertThat(value("facturation_exports_slowest_seconds")).isEqualTo(77 * 60);
        assertThat(value("facturation_exports_waiting_seconds")).isZero();
    }

    @Test
    void mailsThatWereRefusedAreCounted() throws Exception {
        figures.look();
        double refused = value("facturation_deliveries", "status=\"REFUSED\"");

        sql("""
            insert into delivery (id, invoice_id, number, kind, customer_code, customer_name, issued_on, gross_amount,
              sender, recipients, message_id, subject, body, electronic, missing, with_timesheet, status, attempts,
              not_before, problem, created_by, created_at, version)
            values (gen_random_uuid(), gen_random_uuid(), 'F1', 'INVOICE', 'C', 'C', current_date, 1, 'a@b', 'c@d',
              gen_random_uuid()::text, 's', 'b', false, '', false, 'REFUSED', 1, now(), 'no', 'x', now(), 0)""");
        figures.look();

        assertThat(value("facturation_deliveries", "status=\"REFUSED\"")).isEqualTo(refused + 1);
        assertThat(value("facturation_deliveries", "status=\"SENDING\"")).isZero();
    }

    private void sql(String statement) throws Exception {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
