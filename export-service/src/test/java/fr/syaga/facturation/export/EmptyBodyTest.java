package fr.syaga.facturation.export;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests whose body is left out, as curl and other tools send them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@ConnectWireMock
class EmptyBodyTest {

    @TestHTTPResource("/api/v1/")
    URI api;

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "application/x-www-form-urlencoded", "text/plain"})
    void aBodyThatIsLeftOutIsNoMatterOfMediaTypes(String type) throws Exception {
        assertThat(status("PUT", "oxygene/profile", type)).isEqualTo(200);
        for (String deed : new String[] {"approve", "confirm", "cancel"}) {
            assertThat(status("POST", "deliveries/" + UUID.randomUUID() + "/" + deed, type))
                    .isEqualTo(404);
        }
        // These name what to do in their body: that it is missing is said, and not that its type is wrong.
        assertThat(status("POST", "deliveries", type)).isEqualTo(400);
        assertThat(status("POST", "exports", type)).isEqualTo(400);
    }

    private int status(String method, String path, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token(method, path));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String token(String method, String path) {
        return (method.equals("PUT") && path.endsWith("profile") ? Caller.ADMIN : Caller.OPERATOR).token();
    }
}
