package fr.syaga.facturation.export.oxygenexml;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;

import jakarta.inject.Singleton;

import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;

/**
 * Memsoft's import of sales documents: {@code DataSet/NewDataSet/PIECE/LIGNE}, one PIECE an invoice, UTF-8 with BOM, CRLF. A
 * file is offered only when it validates against our own schema; a document that does not fit it is left out.
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
        try {
            write(documents, file, invoice -> {});
        } catch (UnfitFile e) {
            // Which of them does not fit is asked once something does not: each alone, and the file is written without
            // those.
            write(documents, file, invoice -> requireFit(documents, invoice));
            if (documents.documents() == 0) {
                throw new UnusableFile(documents.leftOut().get(0).why());
            }
        }
    }

    private static void write(DocumentSet documents, Path file, Consumer<Invoice> check) throws IOException {
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            Set<String> keys = new HashSet<>();
            write(
                    documents.profile(),
                    text,
                    piece -> documents.forEach(invoice -> {
                        OxygeneKey key = documents.key(invoice);
                        // A rule of the schema would compare each key with every other one: hours for a hundred
                        // thousand.
                        if (!keys.add(key.key())) {
                            throw new UnusableFile(
                                    "The key %s stands twice; it would be two documents or none.".formatted(key.key()));
                        }
                        check.accept(invoice);
                        write(piece, invoice, key);
                    }));
        }
        OxygeneSchema.validate(new StreamSource(file.toFile()));
    }

    /** The ids of those that do not fit the schema, with nothing written. */
    public static Set<UUID> unfit(DocumentSet documents) {
        documents.forEach(invoice -> requireFit(documents, invoice));
        return documents.leftOut().stream().map(left -> left.invoice().id()).collect(Collectors.toSet());
    }

    private static void requireFit(DocumentSet documents, Invoice invoice) {
        StringWriter alone = new StringWriter();
        try {
            write(documents.profile(), alone, piece -> write(piece, invoice, documents.key(invoice)));
            OxygeneSchema.validate(new StreamSource(new StringReader(alone.toString())));
        } catch (UnfitFile e) {
            throw new UnusableDocument("%s (customer %s) was left out: %s"
                    .formatted(
                            invoice.number() == null ? invoice.reference() : invoice.number(),
                            invoice.customerCode(),
                            e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OxygeneProfile profile, Writer text, Consumer<OxygenePiece> pieces) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters(NEW_LINE);
            xml.writeStartElement("DataSet");
            xml.writeDefaultNamespace(ROOT_NAMESPACE);
            xml.writeCharacters(NEW_LINE);
            xml.writeStartElement("NewDataSet");
            xml.writeDefaultNamespace(DATA_NAMESPACE);
            pieces.accept(new OxygenePiece(xml, profile));
            xml.writeCharacters(NEW_LINE);
            xml.writeEndElement();
            xml.writeCharacters(NEW_LINE);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void write(OxygenePiece piece, Invoice invoice, OxygeneKey key) {
        try {
            piece.write(invoice, key);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
