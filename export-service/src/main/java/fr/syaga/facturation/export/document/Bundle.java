package fr.syaga.facturation.export.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The files of one selection in a zip with a manifest of their control totals; the same files give the same bytes. */
public final class Bundle {

    /** Zip entries have no time of their own to tell; this one is the first that the form knows. */
    public static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String MANIFEST = "manifest.json";

    private Bundle() {}

    /** A file of the bundle and what it holds. */
    public record Part(
            String format,
            String fileName,
            int documents,
            BigDecimal totalNet,
            BigDecimal totalGross,
            int skipped,
            long size,
            String sha256) {}

    /** Copies a stored file to the stream. */
    public interface Content {
        void copy(Part part, OutputStream out) throws IOException;
    }

    private record Manifest(int documents, BigDecimal totalNet, BigDecimal totalGross, List<Part> files) {}

    public static void write(
            int documents,
            BigDecimal totalNet,
            BigDecimal totalGross,
            List<Part> parts,
            Content content,
            ObjectMapper json,
            Path file)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Part part : parts) {
                entry(zip, part.fileName());
                content.copy(part, zip);
                zip.closeEntry();
            }
            entry(zip, MANIFEST);
            zip.write(json.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Manifest(documents, totalNet, totalGross, parts)));
            zip.closeEntry();
        }
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
    }
}
