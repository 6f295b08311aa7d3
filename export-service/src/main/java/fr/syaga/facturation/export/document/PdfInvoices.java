package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.inject.Singleton;

/** Invoices on paper: a PDF/A-3 each. */
@Singleton
public final class PdfInvoices implements Renderer {

    private final Paper paper;

    PdfInvoices(Paper paper) {
        this.paper = paper;
    }

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public void write(DocumentSet documents, Path file) throws IOException {
        PaperFiles.write(documents, file, paper::print);
    }
}
