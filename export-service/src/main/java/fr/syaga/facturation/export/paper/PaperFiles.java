package fr.syaga.facturation.export.paper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.syaga.facturation.export.document.Bundle;
import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;

/** Printed documents as one file: a single one as it is, several in a zip, each under its number. */
public final class PaperFiles {

    private PaperFiles() {}

    /**
     * Writes the papers in the set's order, while those behind are printed.
     *
     * @param ahead how many are printed before the first of them is written
     */
    public static void write(DocumentSet documents, Path file, int ahead, Function<Invoice, Future<byte[]>> print)
            throws IOException {
        if (documents.holdsOnePaper()) {
            documents.forEachAhead(1, print, (invoice, printed) -> Files.write(file, printed));
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            // Printed first: what cannot be printed leaves no empty entry.
            documents.forEachAhead(ahead, print, (invoice, printed) -> {
                ZipEntry entry = new ZipEntry(PaperDocument.fileName(invoice));
                entry.setTimeLocal(Bundle.EPOCH);
                zip.putNextEntry(entry);
                zip.write(printed);
                zip.closeEntry();
            });
        }
    }
}
