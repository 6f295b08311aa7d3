package fr.syaga.facturation.recurrence.run;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** A firm far larger than ours: what it says yes to in one call, and bills in one run, is done before a transaction's limit. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ThousandsOfContractsTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    void allAreAcceptedInOneCallAndBilledOnceThoughAnAnswerIsLost(int contracts) throws Exception {
        patterns(contracts);

        assertThat(RecurrenceApi.acceptAll().extract().jsonPath().getInt("accepted"))
                .isEqualTo(contracts);
        assertThat(RecurrenceApi.acceptAll().extract().jsonPath().getInt("accepted"))
                .isZero();
        InvoiceServiceStub.losesItsAnswers(true);
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(503);
        int madeUnseen = InvoiceServiceStub.made().size();
        InvoiceServiceStub.losesItsAnswers(false);
        JsonPath run = RecurrenceApi.run("2025-08-01", "2025-08-31").extract().jsonPath();

        assertThat(madeUnseen).isPositive();
        assertThat(run.getInt("due")).isEqualTo(contracts);
        assertThat(run.getInt("existing")).isEqualTo(madeUnseen);
        assertThat(run.getInt("created")).isEqualTo(contracts - madeUnseen);
        assertThat(run.getDouble("totalNet")).isEqualTo(100.00 * contracts);
        assertThat(InvoiceServiceStub.made()).hasSize(contracts);
    }

    /** One pattern that an analysis finds, and as many customers with the like. */
    private void patterns(int count) throws Exception {
        List<String> lines = IntStream.range(0, 24)
                .mapToObj(month -> YearMonth.of(2023, 8).plusMonths(month))
                .map(month -> """
                        {"status":"ISSUED","number":"F%s01","customerCode":"C00001","customerName":"C00001","issuedOn":"%s-05","netAmount":100.00}""".formatted(month.toString().replace("-", ""), month))
                .toList();
        InvoiceServiceStub.servesHistory(lines);
        RecurrenceApi.analyse();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into pattern
                    select copy.* from pattern cross join generate_series(2, %d) n cross join lateral
                        jsonb_populate_record(pattern, jsonb_build_object(
                            'id', gen_random_uuid(), 'customer_code', 'C' || lpad(n::text, 5, '0'))) copy""".formatted(count));
        }
    }
}
