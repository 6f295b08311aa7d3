package fr.syaga.facturation.clockify;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.RealPostgres;
import fr.syaga.facturation.testing.RequestBodies;

import static org.assertj.core.api.Assertions.assertThat;

/** What every body of this service has in common. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
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
}
