package fr.syaga.facturation.clockify.fake;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the fake answers: a status, headers and a body, which may be missing as it is at times with the real one. */
record Answer(int status, Map<String, String> headers, JsonNode body) {

    static Answer ok(JsonNode body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer page(JsonNode body, boolean last) {
        return new Answer(200, Map.of("Last-Page", Boolean.toString(last)), body);
    }

    /** Clockify's form of an error: a message and a code that is a number. */
    static Answer error(int status, int code, String message) {
        return new Answer(
                status,
                Map.of(),
                JsonNodeFactory.instance.objectNode().put("message", message).put("code", code));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), null);
    }

    Answer with(String header, String value) {
        return new Answer(status, Map.of(header, value), body);
    }
}
