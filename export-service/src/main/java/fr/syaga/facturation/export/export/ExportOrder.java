package fr.syaga.facturation.export.export;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.FecAccounts;
import fr.syaga.facturation.export.document.FecJournal;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.invoicing.IssuedDocuments;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/**
 * Takes an order for a file: reads what it selects and all that the file will say, outside any transaction, and has it decided.
 * The same selection in the same format is one export, however often and by however many it is asked for.
 */
@ApplicationScoped
class ExportOrder {

    private final InvoicingClient invoicing;
    private final OxygeneSelection oxygene;
    private final IssuedDocuments issued;
    private final ExportDecision decision;
    private final FecAccounts accounts;
    private final ObjectMapper json;

    ExportOrder(
            InvoicingClient invoicing,
            OxygeneSelection oxygene,
            IssuedDocuments issued,
            ExportDecision decision,
            FecAccounts accounts,
            ObjectMapper json) {
        this.invoicing = invoicing;
        this.oxygene = oxygene;
        this.issued = issued;
        this.decision = decision;
        this.accounts = accounts;
        this.json = json;
    }

    /**
     * The export, new or known.
     *
     * @throws Rejection 404 for an invoice that does not exist; 409 when nothing is selected; 503 when invoice-service does not
     *     answer
     */
    ExportDecision.Taken take(ExportRequest request, String user) {
        Format format = request.wantedFormat();
        Selected selected = selected(request.wantedFilter(), format);
        return decision.take(new Gathered(
                format,
                selected,
                Gathered.involvesOxygene(format) ? oxygene.background(selected) : null,
                format.isPaper() ? paper(format, selected.invoices()) : Map.of(),
                ownName(format, selected.invoices()),
                request.onceMore(),
                user));
    }

    private Selected selected(ExportFilter filter, Format format) {
        Selected selected = new Selected(json);
        invoicing.read(filter.query(format), selected::add);
        requireNamed(filter.named(), selected);
        if (selected.invoices().isEmpty()) {
            throw Rejection.conflict(
                    "nothing-to-export", "No invoice matches this filter; there is nothing to export.");
        }
        return selected;
    }

    /** Who asks for invoices by name gets all of them: one that is not there is said, and never left out in silence. */
    private static void requireNamed(List<UUID> named, Selected selected) {
        Set<UUID> missing = new LinkedHashSet<>(named);
        selected.ids().forEach(missing::remove);
        missing.stream().findFirst().ifPresent(id -> {
            throw Rejection.notFound("invoice", id);
        });
    }

    private Map<UUID, PaperFacts> paper(Format format, List<Invoice> invoices) {
        Map<UUID, PaperFacts> facts = issued.facts(invoices);
        if (format == Format.FACTURX) {
            IssuedDocuments.requireComplete(invoices, facts);
        }
        return facts;
    }

    /** The name of a single paper is its number; that of a journal is given by the rule. */
    private Optional<String> ownName(Format format, List<Invoice> invoices) {
        if (format == Format.FEC) {
            IssuedDocuments.requireIssued(invoices);
            LocalDate latest = invoices.stream()
                    .map(Invoice::issuedOn)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Optional.of(FecJournal.fileName(invoicing.issuerSiren().orElse(null), latest, accounts.lastMonth()));
        }
        return format.isPaper() && invoices.size() == 1
                ? Optional.of(PaperDocument.fileName(invoices.get(0).number()))
                : Optional.empty();
    }
}
