package fr.syaga.facturation.export.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.inject.Singleton;

import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * Memsoft's import of sales documents: {@code DataSet/NewDataSet/PIECE/LIGNE}, one PIECE an invoice, UTF-8 with BOM, CRLF. A
 * file is offered only when it validates against our own schema.
 */
@Singleton
public final class OxygeneXml implements Renderer {

    static final String ROOT_NAMESPACE = "http://tempuri.org/";
    static final String DATA_NAMESPACE = "http://tempuri.org/data.xsd";

    private static final String NEW_LINE = "\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public Format format() {
        return Format.OXYGENE_XML;
    }

    @Override
    public void write(DocumentSet documents, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            write(documents, XMLOutputFactory.newFactory().createXMLStreamWriter(text));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        OxygeneSchema.validate(file);
    }

    private void write(DocumentSet documents, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters(NEW_LINE);
        xml.writeStartElement("DataSet");
        xml.writeDefaultNamespace(ROOT_NAMESPACE);
        xml.writeCharacters(NEW_LINE);
        xml.writeStartElement("NewDataSet");
        xml.writeDefaultNamespace(DATA_NAMESPACE);
        OxygenePiece piece = new OxygenePiece(xml, documents.profile());
        Set<String> keys = new HashSet<>();
        documents.forEach(invoice -> {
            OxygeneKey key = documents.key(invoice);
            // A rule of the schema would compare each key with every other one: hours for a hundred thousand.
            if (!keys.add(key.key())) {
                throw new UnusableFile(
                        "The key %s stands twice; it would be two documents or none.".formatted(key.key()));
            }
            write(piece, invoice, key);
        });
        xml.writeCharacters(NEW_LINE);
        xml.writeEndElement();
        xml.writeCharacters(NEW_LINE);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void write(OxygenePiece piece, Invoice invoice, OxygeneKey key) {
        try {
            piece.write(invoice, key);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
