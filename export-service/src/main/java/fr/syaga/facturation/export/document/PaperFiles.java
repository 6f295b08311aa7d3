package fr.syaga.facturation.export.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.syaga.facturation.export.invoicing.Invoice;

/** Printed documents as one file: a single one as it is, several in a zip, each under its number. */
final class PaperFiles {

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
                try {
                    ZipEntry entry = new ZipEntry(PaperDocument.fileName(invoice));
                    entry.setTimeLocal(Bundle.EPOCH);
                    zip.putNextEntry(entry);
                    zip.write(print.apply(invoice));
                    zip.closeEntry();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
