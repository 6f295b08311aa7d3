package fr.syaga.facturation.export.export;

import java.time.Duration;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import fr.syaga.facturation.testing.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A finished export, as its caller finds it. */
final class Exported {

    private Exported() {}

    static JsonPath whenDone(Response ordered) {
        ordered.then().statusCode(202);
        String id = ordered.jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(90)).until(() -> !"RUNNING".equals(get(id).getString("status")));
        assertThat(get(id).getString("problem")).isNull();
        return get(id);
    }

    static byte[] file(JsonPath export) {
        return Caller.READER
                .uploads()
                .get("/api/v1/exports/" + export.getString("id") + "/file")
                .asByteArray();
    }

    static String text(JsonPath export) {
        return new String(file(export), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonPath get(String id) {
        return Caller.READER.calls().get("/api/v1/exports/" + id).jsonPath();
    }
}
