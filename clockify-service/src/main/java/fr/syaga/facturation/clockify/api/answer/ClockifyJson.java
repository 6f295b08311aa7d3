package fr.syaga.facturation.clockify.api.answer;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import fr.syaga.facturation.edge.PlainText;

/**
 * Reads and writes Clockify's JSON. It is lenient where Clockify changes without notice: an unknown field is passed over, and a
 * value of another kind than expected is missing. What is no JSON is refused.
 */
public final class ClockifyJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new Text())
                    .addDeserializer(boolean.class, new Flag()))
            .addHandler(new Missing())
            .build();

    private ClockifyJson() {}

    /** Null when there is nothing but blanks, or where the text is of another kind than asked for. */
    public static <T> T read(byte[] json, Class<T> form) throws IOException {
        return isBlank(json) ? null : MAPPER.readValue(json, form);
    }

    public static byte[] write(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request to Clockify cannot be written", e);
        }
    }

    public static boolean isBlank(byte[] json) {
        for (byte each : json) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return true;
    }

    /** A text is plain or missing, as everywhere; a number is no text. */
    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return PlainText.orNull(parser.getText());
            }
            parser.skipChildren();
            return null;
        }
    }

    /** What is not said to be true is false. */
    private static final class Flag extends StdScalarDeserializer<Boolean> {

        private static final long serialVersionUID = 1L;

        Flag() {
            super(boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return "true".equals(parser.getText().strip());
            }
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return parser.getIntValue() != 0;
            }
            parser.skipChildren();
            return token == JsonToken.VALUE_TRUE;
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return false;
        }
    }

    /** A value that cannot be read as what was expected is missing. */
    private static final class Missing extends DeserializationProblemHandler {

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
                throws IOException {
            parser.skipChildren();
            return null;
        }

        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            parser.skipChildren();
            return null;
        }
    }
}
