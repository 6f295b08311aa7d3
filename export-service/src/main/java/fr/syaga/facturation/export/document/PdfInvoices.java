package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.inject.Singleton;

/** Documents on paper: a PDF/A-3 each, and where the paper that Oxygène printed is kept, that one. */
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
        PaperFiles.write(
                documents,
                file,
                invoice -> invoice.hasOwnDocument()
                        ? documents.ownDocument(invoice)
                        : PaperFiles.printed(documents.paper(invoice), paper::print));
    }
}
