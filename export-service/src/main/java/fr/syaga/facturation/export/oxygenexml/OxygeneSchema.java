package fr.syaga.facturation.export.oxygenexml;

import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.xml.sax.SAXException;

import fr.syaga.facturation.export.document.Renderer;

/** Our own schema of the import file, written from Memsoft's example: no file leaves that does not fit it. */
public final class OxygeneSchema {

    public static final String FILE = "oxygene.xsd";
    public static final String DATA_FILE = "oxygene-data.xsd";

    private static final Schema SCHEMA = load();

    private OxygeneSchema() {}

    /** @throws Renderer.UnfitFile with the first fault */
    static void validate(StreamSource file) throws IOException {
        try {
            SCHEMA.newValidator().validate(file);
        } catch (SAXException e) {
            throw new Renderer.UnfitFile("The XML does not fit Oxygène's import schema: " + e.getMessage());
        }
    }

    /** One of the schema's two files; empty for any other name. */
    public static Optional<URL> file(String name) {
        return FILE.equals(name) || DATA_FILE.equals(name) ? Optional.of(resource(name)) : Optional.empty();
    }

    private static URL resource(String name) {
        return OxygeneSchema.class.getResource("/" + name);
    }

    private static Schema load() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource(FILE));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
