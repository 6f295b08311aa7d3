package fr.syaga.facturation.invoice;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;
import fr.syaga.facturation.testing.RequestBodies;

import static org.assertj.core.api.Assertions.assertThat;

/** What every body of this service has in common. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RequestBodyTest {

    @Test
    void aBodyMayBeLeftOutWhereEveryFieldIsOptional() {
        assertThat(RequestBodies.withOnlyOptionalFields()).isNotEmpty().allSatisfy(call -> {
            Response answer = call.withoutBody();
            assertThat(answer.statusCode()).as(call.toString()).isNotIn(415, 500);
            assertThat(answer.asString()).as(call.toString()).doesNotContain("body: must not be null");
        });
    }

    @Test
    void aFieldThatNobodyKnowsIsRefusedByNameEverywhere() {
        List<RequestBodies.Call> calls = RequestBodies.withNamedFields().toList();

        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            Response answer = call.with("{\"endOn\":\"2025-08-31\"}");
            assertThat(answer.statusCode()).as(call.toString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("detail"))
                    .as(call.toString())
                    .startsWith("endOn: is no field here; the fields are ");
        });
    }

    @Test
    void aCustomerThatWasReadCanBeWrittenBack() {
        Caller.OPERATOR
                .calls()
                .body("{\"code\":\"RETOUR\",\"name\":\"Retour SARL\"}")
                .post("/api/v1/customers");
        String read = Caller.READER.calls().get("/api/v1/customers/RETOUR").asString();

        Response written = Caller.OPERATOR.calls().body(read).put("/api/v1/customers/RETOUR");

        assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
        assertThat(written.jsonPath().getString("name")).isEqualTo("Retour SARL");
    }

    @Test
    void aDraftThatWasReadCanBeWrittenBack() {
        Caller.OPERATOR
                .calls()
                .body("{\"code\":\"RETOUR2\",\"name\":\"Retour SA\"}")
                .post("/api/v1/customers");
        Response draft = Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"RETOUR2\",\"lines\":[{\"description\":\"Audit\",\"quantity\":2,\"unitPrice\":50}]}")
                .post("/api/v1/invoices");

        Response written = Caller.OPERATOR
                .calls()
                .body(draft.asString())
                .put("/api/v1/invoices/" + draft.jsonPath().getString("id"));

        assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
        assertThat(written.jsonPath().getDouble("netAmount")).isEqualTo(100.00);
    }
}
