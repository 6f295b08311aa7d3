package fr.syaga.facturation.edge;

import java.io.IOException;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * How the bodies of requests are read: a field that nobody knows is refused, for it would be ignored in silence, and blank text is
 * absent. What neighbours answer and what is stored is read as it is, so that it may have more fields than are read.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class RequestJson implements ContextResolver<ObjectMapper> {

    private final ObjectMapper json;

    RequestJson(ObjectMapper common) {
        json = common.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .registerModule(new SimpleModule("blank-is-absent").addDeserializer(String.class, new Text()));
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        private Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StorableText.read(parser, context);
            return PlainText.isBlank(text) ? null : text;
        }
    }
}
