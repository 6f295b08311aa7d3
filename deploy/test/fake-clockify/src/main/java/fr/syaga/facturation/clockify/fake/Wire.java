package fr.syaga.facturation.clockify.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;

/** How requests are let in and answers go out, whole or broken. */
final class Wire {

    private static final int RETRY_AFTER_SECONDS = 120;

    private Wire() {}

    static JsonNode body(HttpExchange exchange) throws IOException {
        JsonNode body = Workspace.JSON.readTree(exchange.getRequestBody().readAllBytes());
        return body == null || body.isMissingNode() ? Workspace.JSON.createObjectNode() : body;
    }

    static void authenticate(HttpExchange exchange, String apiKey) {
        String key = exchange.getRequestHeaders().getFirst("X-Api-Key");
        String addon = exchange.getRequestHeaders().getFirst("X-Addon-Token");
        if ((key == null) == (addon == null)) {
            throw Refusal.of(Answer.error(401, 1000, "Multiple or none auth tokens present"));
        }
        if (addon != null) {
            throw Refusal.of(Answer.error(401, 4017, "Token is not valid"));
        }
        if (!key.equals(apiKey)) {
            throw Refusal.of(Answer.error(401, 4003, "Api key does not exist"));
        }
    }

    static Answer failure(Fault fault) {
        return switch (fault) {
            case TOO_MANY_WITH_RETRY_AFTER ->
                Answer.error(429, 429, "Too many requests").with("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
            case TOO_MANY_WITHOUT_HEADER -> Answer.error(429, 429, "Too many requests");
            case TOO_MANY_EMPTY -> Answer.empty(429);
            case HTML_BAD_GATEWAY -> Answer.empty(502);
            case UNAVAILABLE -> Answer.empty(503);
            default -> Answer.error(500, 500, "Something went wrong");
        };
    }

    static void send(HttpExchange exchange, Answer answer, Fault fault) throws IOException {
        byte[] body = answer.body() == null ? new byte[0] : Workspace.JSON.writeValueAsBytes(answer.body());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (fault == Fault.HTML_BAD_GATEWAY) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            body = "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8);
        }
        int sent = fault == Fault.TRUNCATED_JSON ? body.length / 2 : body.length;
        exchange.sendResponseHeaders(answer.status(), sent == 0 ? -1 : sent);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body, 0, sent);
        }
        exchange.close();
    }
}
