package fr.syaga.facturation.testing;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;

/** Every call of the service under test that takes an object as JSON, as its own OpenAPI document tells. */
public final class RequestBodies {

    private static final String ANY_ID = "ANY-1";
    private static final List<String> METHODS = List.of("post", "put", "patch", "delete");

    private RequestBodies() {}

    /** A call that takes a body. */
    public record Call(String method, String path) {

        /** Sends that body, with an id nobody has in the place of each parameter that is no month. */
        public Response with(String body) {
            return Caller.ADMIN.calls().body(body).request(method, place());
        }

        /** Sends nothing, not even the type of it. */
        public Response withoutBody() {
            return Caller.ADMIN.uploads().request(method, place());
        }

        private String place() {
            return path.replace("{month}", "2025-07").replaceAll("\\{[^}]+}", ANY_ID);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Those whose body has named fields; a map of the caller's own keys has none. */
    public static Stream<Call> withNamedFields() {
        return calls(schema -> schema.has("properties"));
    }

    /** Deeds whose body has named fields, and none that must be there; what replaces something says with what. */
    public static Stream<Call> withOnlyOptionalFields() {
        return calls(schema ->
                        schema.has("properties") && schema.path("required").isEmpty())
                .filter(call -> call.method().equals("POST"));
    }

    private static Stream<Call> calls(Predicate<JsonNode> wanted) {
        JsonNode document = document();
        return document.get("paths").properties().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(method ->
                                wanted.test(schema(document, path.getValue().path(method))))
                        .map(method -> new Call(method.toUpperCase(), path.getKey())));
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(given().queryParam("format", "json")
                            .get("/q/openapi")
                            .asString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("the OpenAPI document is no JSON", e);
        }
    }

    private static JsonNode schema(JsonNode document, JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
