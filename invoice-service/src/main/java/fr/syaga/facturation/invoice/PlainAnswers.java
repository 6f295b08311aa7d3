package fr.syaga.facturation.invoice;

import java.io.IOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;

import fr.syaga.facturation.edge.PlainText;

/**
 * Answers hold plain text only. Documents that were issued when control characters were still taken never change, but whoever reads
 * them here prints them, and no font and no XML has such characters.
 */
@Singleton
class PlainAnswers implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("plain-answers").addSerializer(String.class, new Text()));
    }

    private static final class Text extends StdScalarSerializer<String> {

        private static final long serialVersionUID = 1;

        private Text() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(PlainText.clean(text));
        }
    }
}
