package fr.syaga.facturation.edge;

import java.io.IOException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes out of JSON what cannot be printed ({@link PlainText}), and refuses what no database holds and no XML carries: the
 * character NUL, and halves of a surrogate pair. Such a request is a 400 that names the field, never an error further in.
 */
@Singleton
class StorableText implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("storable-text").addDeserializer(String.class, new Text()));
    }

    @ServerRequestFilter(preMatching = true)
    void refuseInAddress(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().getRawSchemeSpecificPart().contains("%00")) {
            throw Rejection.invalid("address", "holds the character NUL");
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        private Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read(parser, context);
        }
    }

    static String read(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !PlainText.isWhole(text)) {
            throw context.weirdStringException(
                    text.replace('\0', '\u2400'), String.class, "holds a character that cannot be stored");
        }
        return PlainText.clean(text);
    }
}
