package fr.syaga.facturation.export.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

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
 * Takes an order for a file: reads and freezes what it selects, finds out whether that file exists, and leaves the work to be
 * done. The same selection in the same format is one export, however often and by however many it is asked for.
 */
@ApplicationScoped
class ExportOrder {

    private static final Logger LOG = Logger.getLogger(ExportOrder.class);

    private final InvoicingClient invoicing;
    private final OxygeneSelection oxygene;
    private final IssuedDocuments issued;
    private final Exports exports;
    private final Store store;
    private final Work work;
    private final FecAccounts accounts;
    private final ObjectMapper json;

    ExportOrder(
            InvoicingClient invoicing,
            OxygeneSelection oxygene,
            IssuedDocuments issued,
            Exports exports,
            Store store,
            Work work,
            FecAccounts accounts,
            ObjectMapper json) {
        this.invoicing = invoicing;
        this.oxygene = oxygene;
        this.issued = issued;
        this.exports = exports;
        this.store = store;
        this.work = work;
        this.accounts = accounts;
        this.json = json;
    }

    /** The export, and whether this order made it. */
    record Taken(ExportView export, boolean isNew) {}

    private record Decision(
            UUID selectionId,
            Selected selected,
            OxygeneSelection.Background background,
            Map<UUID, PaperFacts> facts,
            Optional<String> ownName,
            boolean again,
            String user,
            Instant now) {}

    /** @throws Rejection 404 for an invoice that does not exist; 409 when nothing is selected; 503 when invoice-service does not answer */
    Taken take(ExportRequest request, String user) {
        Format format = request.wantedFormat();
        Selected selected = new Selected(json);
        invoicing.read(request.wantedFilter().query(format), selected::add);
        requireNamed(request.wantedFilter().named(), selected);
        if (selected.invoices().isEmpty()) {
            throw Rejection.conflict(
                    "nothing-to-export", "No invoice matches this filter; there is nothing to export.");
        }
        OxygeneSelection.Background background =
                format == Format.OXYGENE_XML || format == Format.ALL ? oxygene.background(selected) : null;
        Map<UUID, PaperFacts> facts = format.isPaper() ? paper(format, selected.invoices()) : Map.of();
        Optional<String> ownName = ownName(format, selected.invoices());
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lockDecisions();
            Instant now = Instant.now();
            UUID selectionId = store.selection(selected, now);
            return take(
                    format,
                    new Decision(selectionId, selected, background, facts, ownName, request.onceMore(), user, now));
        });
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

    private Taken take(Format format, Decision decision) {
        Optional<Export> existing = exports.of(decision.selectionId(), format)
                // Once more means one file more, but not while the one before is still being written.
                .filter(export -> !decision.again()
                        || !involvesOxygene(format)
                        || export.again() && export.status() == Export.Status.RUNNING);
        if (existing.isPresent()) {
            return new Taken(ExportView.of(existing.get()), false);
        }
        Export export = format == Format.ALL ? bundle(decision) : single(format, decision);
        LOG.infof(
                "Export %s was ordered by %s: %s, %d documents, %s net, %d skipped",
                export.id(),
                decision.user(),
                format,
                export.documents(),
                export.totalNet(),
                export.skipped().size());
        return new Taken(ExportView.of(export), true);
    }

    private static boolean involvesOxygene(Format format) {
        return format == Format.OXYGENE_XML || format == Format.ALL;
    }

    private Export bundle(Decision decision) {
        List<UUID> parts = Stream.of(Format.OXYGENE_XML, Format.CSV, Format.XLSX)
                .map(format -> take(format, decision).export().id())
                .toList();
        Export export = made(Format.ALL, decision, decision.selected().invoices(), List.of());
        export.bundle(parts);
        return export;
    }

    private Export single(Format format, Decision decision) {
        if (format != Format.OXYGENE_XML) {
            return made(format, decision, decision.selected().invoices(), List.of());
        }
        OxygeneSelection.Split split = oxygene.split(decision.selected(), decision.background(), decision.again());
        Export export = made(format, decision, split.leaving(), split.skipped());
        exports.flush();
        oxygene.enter(export.id(), split.leaving(), decision.background(), decision.again());
        return export;
    }

    private Export made(Format format, Decision decision, List<Invoice> documents, List<SkippedInvoice> skipped) {
        Export.Contents contents = new Export.Contents(
                documents.size(),
                sum(documents.stream().map(Invoice::netAmount)),
                sum(documents.stream().map(Invoice::grossAmount)),
                skipped,
                decision.ownName().orElse(format.fileName()));
        Export export = new Export(
                UUID.randomUUID(),
                decision.selectionId(),
                format,
                contents,
                decision.again() && involvesOxygene(format),
                decision.user(),
                decision.now());
        exports.persist(export);
        exports.flush();
        if (format.isPaper()) {
            store.keepFacts(export.id(), decision.facts());
        }
        work.toRender(export.id(), decision.now());
        return export;
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

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
