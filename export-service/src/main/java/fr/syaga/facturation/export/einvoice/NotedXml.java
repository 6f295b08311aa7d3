package fr.syaga.facturation.export.einvoice;

import java.util.Optional;

import org.mustangproject.ZUGFeRD.IExportableTransaction;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;

/** The library's XML with the note BAR, which names the circuit of the document (BR-FR-20) and for which the library has no code. */
final class NotedXml extends ZUGFeRD2PullProvider {

    private final Optional<String> circuit;

    NotedXml(Optional<String> circuit) {
        this.circuit = circuit;
    }

    @Override
    protected String buildNotes(IExportableTransaction transaction) {
        return super.buildNotes(transaction)
                + circuit.map(code -> "<ram:IncludedNote><ram:Content>%s</ram:Content>".formatted(code)
                                + "<ram:SubjectCode>BAR</ram:SubjectCode></ram:IncludedNote>")
                        .orElse("");
    }
}
