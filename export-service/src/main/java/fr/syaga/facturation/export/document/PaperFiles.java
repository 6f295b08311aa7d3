package fr.syaga.facturation.export.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jboss.logging.Logger;

import fr.syaga.facturation.export.invoicing.Invoice;

/** Printed documents as one file: a single one as it is, several in a zip, each under its number. */
final class PaperFiles {

    private static final Logger LOG = Logger.getLogger(PaperFiles.class);

    private PaperFiles() {}

    static void write(DocumentSet documents, Path file, Function<Invoice, byte[]> print) throws IOException {
        if (documents.holdsOnePaper()) {
            documents.forEach(invoice -> {
                try {
                    Files.write(file, print.apply(invoice));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            documents.forEach(invoice -> {
                // Printed first: what cannot be printed leaves no empty entry.
                byte[] printed = print.apply(invoice);
                try {
                    ZipEntry entry = new ZipEntry(PaperDocument.fileName(invoice));
                    entry.setTimeLocal(Bundle.EPOCH);
                    zip.putNextEntry(entry);
                    zip.write(printed);
                    zip.closeEntry();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** The document as it is printed; a text that the printing library stumbles over keeps this one document behind. */
    static byte[] printed(PaperDocument document, Function<PaperDocument, byte[]> print) {
        try {
            return print.apply(document);
        } catch (Renderer.UnusableDocument e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "%s could not be printed", document.invoice().id());
            throw new Renderer.UnusableDocument(
                    "%s could not be printed; the service's log says why. Change its texts, or order it alone once that is mended."
                            .formatted(document.invoice().number()));
        }
    }
}
