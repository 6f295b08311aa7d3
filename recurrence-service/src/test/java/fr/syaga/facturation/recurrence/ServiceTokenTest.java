package fr.syaga.facturation.recurrence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ServiceTokenTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void aCallToANeighbourNamesTheKeyThatSignedIt() {
        analyse().statusCode(200);

        assertThat(InvoiceServiceStub.tokens())
                .isNotEmpty()
                .allSatisfy(token ->
                        assertThat(JsonPath.from(head(token)).getString("kid")).isEqualTo("facturation-1"));
    }

    @Test
    void aNeighbourThatRefusesOurTokenIsSaidToDoSo() {
        InvoiceServiceStub.refusesEveryToken();

        analyse()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("neighbour-unavailable"))
                .body("detail", allOf(containsString("invoice-service refuses"), containsString("FACTURATION_JWKS")));
    }

    private static ValidatableResponse analyse() {
        return Caller.OPERATOR
                .calls()
                .body("{\"asOf\":\"2025-07-31\"}")
                .post("/api/v1/analyses")
                .then();
    }

    private static String head(String authorization) {
        String token = authorization.substring("Bearer ".length());
        return new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
    }
}
