package fr.syaga.facturation.export.einvoice;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.inject.Singleton;

import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.paper.PaperFiles;
import fr.syaga.facturation.export.paper.PaperPress;

/** Invoices on paper that a program reads too: a Factur-X each. */
@Singleton
public final class FacturXInvoices implements Renderer {

    private final FacturX facturX;
    private final PaperPress press;

    public FacturXInvoices(FacturX facturX, PaperPress press) {
        this.facturX = facturX;
        this.press = press;
    }

    @Override
    public Format format() {
        return Format.FACTURX;
    }

    @Override
    public void write(DocumentSet documents, Path file) throws IOException {
        PaperFiles.write(
                documents, file, press.ahead(), invoice -> press.print(documents.paper(invoice), facturX::print));
    }
}
