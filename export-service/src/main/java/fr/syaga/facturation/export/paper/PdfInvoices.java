package fr.syaga.facturation.export.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;

/** Documents on paper: a PDF/A-3 each, and where the paper that Oxygène printed is kept, that one. */
@Singleton
public final class PdfInvoices implements Renderer {

    private final Paper paper;
    private final PaperPress press;

    public PdfInvoices(Paper paper, PaperPress press) {
        this.paper = paper;
        this.press = press;
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
                press.ahead(),
                invoice -> invoice.hasOwnDocument()
                        ? CompletableFuture.completedFuture(documents.ownDocument(invoice))
                        : press.print(documents.paper(invoice), paper::print));
    }
}
