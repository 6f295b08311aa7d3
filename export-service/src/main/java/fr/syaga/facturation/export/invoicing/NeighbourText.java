package fr.syaga.facturation.export.invoicing;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import fr.syaga.facturation.edge.PlainText;

/**
 * How the answers of neighbours are read: what cannot be printed is taken out, and never refused. What a caller sends us is refused
 * for half a letter; what a neighbour stored long ago nobody can send anew, and one such text would take all others along.
 */
public final class NeighbourText {

    private NeighbourText() {}

    /** The same reader, and every text that it reads can be printed. */
    public static ObjectMapper cleaned(ObjectMapper json) {
        return json.copy().registerModule(new SimpleModule("neighbour-text").addDeserializer(String.class, new Text()));
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        private Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return PlainText.clean(StringDeserializer.instance.deserialize(parser, context));
        }
    }
}
