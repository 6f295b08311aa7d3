package fr.syaga.facturation.edge;

import java.io.IOException;
import java.util.Arrays;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
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
                .addHandler(new ReadOnlyFields())
                .registerModule(new SimpleModule("blank-is-absent").addDeserializer(String.class, new Text()));
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }

    /** What was read may be written back with its read-only fields, see {@link WrittenBack}. */
    private static final class ReadOnlyFields extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            Class<?> request = beanOrClass instanceof Class<?> type ? type : beanOrClass.getClass();
            WrittenBack back = request.getAnnotation(WrittenBack.class);
            boolean readOnly = back != null
                    && Arrays.stream(back.value().getRecordComponents())
                            .anyMatch(field -> field.getName().equals(name));
            if (readOnly) {
                parser.skipChildren();
            }
            return readOnly;
        }
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
