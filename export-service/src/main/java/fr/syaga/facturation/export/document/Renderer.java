package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a set of invoices as a file of one format. The file is whole and checked when the method returns, or it throws. */
public interface Renderer {

    Format format();

    /** @throws UnusableFile when the file would not be what its reader takes */
    void write(DocumentSet documents, Path file) throws IOException;

    /** A file that came out otherwise than its format demands; it is never offered. */
    class UnusableFile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public UnusableFile(String message) {
            super(message);
        }
    }

    /** A file whose form its reader would refuse. */
    class UnfitFile extends UnusableFile {

        private static final long serialVersionUID = 1L;

        public UnfitFile(String message) {
            super(message);
        }
    }

    /** One document that cannot be written; it is left out, and the others are written. */
    class UnusableDocument extends UnusableFile {

        private static final long serialVersionUID = 1L;

        public UnusableDocument(String message) {
            super(message);
        }
    }
}
