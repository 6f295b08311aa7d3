package fr.syaga.facturation.recurrence;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class RequestIdTest {

    private static final String HEADER = "X-Request-Id";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void theCallersIdIsInTheAnswerAndTravelsToTheNeighbour() {
        Response answer = analyse("morning-round.7");

        answer.then().statusCode(200);
        assertThat(answer.header(HEADER)).isEqualTo("morning-round.7");
        assertThat(InvoiceServiceStub.requestIds()).isNotEmpty().containsOnly("morning-round.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a;b", "ééé"})
    void anIdThatIsNotSaneIsReplacedAndTheNewOneTravels(String insane) {
        Response answer = analyse(insane);

        String id = answer.header(HEADER);
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(InvoiceServiceStub.requestIds()).isNotEmpty().containsOnly(id);
    }

    @Test
    void aRefusalBearsOneAsWell() {
        assertThat(given().get("/api/v1/contracts")
                        .then()
                        .statusCode(401)
                        .extract()
                        .header(HEADER))
                .isNotBlank();
    }

    private static Response analyse(String id) {
        return Caller.OPERATOR
                .calls()
                .header(HEADER, id)
                .body("{\"asOf\":\"2025-07-31\"}")
                .post("/api/v1/analyses");
    }

    @Test
    void nothingIsTracedUnlessItIsSwitchedOn() {
        analyse("no-trace");

        assertThat(InvoiceServiceStub.traceParents()).isNotEmpty().containsOnlyNulls();
    }
}
