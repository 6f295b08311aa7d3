package fr.syaga.facturation.edge;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A field that a change may leave out to keep it, or send blank to clear it: elsewhere blank is absent. Put
 * {@code @JsonDeserialize(using = ClearableText.class)} on it.
 */
public final class ClearableText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1;

    public ClearableText() {
        super(String.class);
    }

    /** Empty to clear, null to keep. */
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StorableText.read(parser, context);
        return text != null && PlainText.isBlank(text) ? "" : text;
    }
}
