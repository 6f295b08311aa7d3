package fr.syaga.facturation.export.export;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.selection.ExportFilter;
import fr.syaga.facturation.export.selection.JournalOrder;
import fr.syaga.facturation.export.selection.OrderedDocuments;
import fr.syaga.facturation.export.selection.OxygeneSelection;
import fr.syaga.facturation.export.selection.PaperOrder;
import fr.syaga.facturation.export.selection.Papers;
import fr.syaga.facturation.export.selection.Selected;

/**
 * Takes an order for a file: reads what it selects and all that the file will say, outside any transaction, and has it decided.
 * The same selection in the same format is one export, however often and by however many it is asked for.
 */
@ApplicationScoped
class ExportOrder {

    private final InvoicingClient invoicing;
    private final OxygeneSelection oxygene;
    private final PaperOrder papers;
    private final ExportDecision decision;
    private final JournalOrder journals;
    private final ObjectMapper json;

    ExportOrder(
            InvoicingClient invoicing,
            OxygeneSelection oxygene,
            PaperOrder papers,
            ExportDecision decision,
            JournalOrder journals,
            ObjectMapper json) {
        this.invoicing = invoicing;
        this.oxygene = oxygene;
        this.papers = papers;
        this.decision = decision;
        this.journals = journals;
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
        JournalOrder.Journal journal = format == Format.FEC ? journals.of(request.wantedFilter(), selected) : null;
        Papers printed = format.isPaper() ? papers.of(format, selected.invoices()) : Papers.NONE;
        return decision.take(new OrderedDocuments(
                format,
                selected,
                OrderedDocuments.involvesOxygene(format) ? oxygene.background(selected) : null,
                printed,
                ownName(journal, selected, printed),
                journal == null ? null : journal.numbers(),
                request.onceMore(),
                user));
    }

    private Selected selected(ExportFilter filter, Format format) {
        Selected selected = new Selected(json);
        invoicing.read(filter.query(format), invoice -> {
            if (filter.mayNameQuotes() || !invoice.isQuote()) {
                selected.add(format == Format.PDF ? invoice : invoice.withoutOwnDocument());
            }
        });
        quotes(filter.named(), selected).forEach(selected::add);
        if (selected.invoices().isEmpty()) {
            throw Rejection.conflict(
                    "nothing-to-export", "No invoice matches this filter; there is nothing to export.");
        }
        requireInvoices(format, selected.invoices());
        return selected;
    }

    /**
     * The quotes among what is asked for by name, which no stream shows. Who asks by name gets all: what is not there is said, and
     * never left out in silence.
     */
    private List<Invoice> quotes(List<UUID> named, Selected selected) {
        Set<UUID> missing = new LinkedHashSet<>(named);
        selected.ids().forEach(missing::remove);
        return missing.stream()
                .map(id -> invoicing.quote(id).orElseThrow(() -> Rejection.notFound("invoice", id)))
                .sorted(Comparator.comparing(Invoice::issuedOn).thenComparing(Invoice::id))
                .toList();
    }

    private static void requireInvoices(Format format, List<Invoice> invoices) {
        if (format.isOfIssued() && format != Format.PDF && invoices.stream().anyMatch(Invoice::isQuote)) {
            throw Rejection.conflict("only-invoices", ExportFilter.ONLY_INVOICES.formatted(format));
        }
    }

    /** The name of a single paper is its number; that of a journal is given by the rule. */
    private static Optional<String> ownName(JournalOrder.Journal journal, Selected selected, Papers printed) {
        if (journal != null) {
            return Optional.of(journal.fileName());
        }
        return printed.facts().size() == 1
                ? selected.invoices().stream()
                        .filter(invoice -> printed.facts().containsKey(invoice.id()))
                        .findFirst()
                        .map(PaperDocument::fileName)
                : Optional.empty();
    }
}
