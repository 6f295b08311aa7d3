package fr.syaga.facturation.export.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygenexml.OxygeneXml;
import fr.syaga.facturation.export.selection.ExportContent;
import fr.syaga.facturation.export.selection.OrderedDocuments;
import fr.syaga.facturation.export.selection.OxygeneSelection;
import fr.syaga.facturation.export.selection.PaperStore;
import fr.syaga.facturation.export.selection.SkippedInvoice;

/**
 * Finds out, one order after the other, whether a file exists, and leaves the work to be done when it does not. Frozen selection,
 * export, departures and work appear in one transaction.
 */
@ApplicationScoped
class ExportDecision {

    private static final Logger LOG = Logger.getLogger(ExportDecision.class);

    private final OxygeneSelection oxygene;
    private final Exports exports;
    private final ExportContent store;
    private final PaperStore papers;
    private final ExportQueue work;
    private final ObjectMapper json;

    ExportDecision(
            OxygeneSelection oxygene,
            Exports exports,
            ExportContent store,
            PaperStore papers,
            ExportQueue work,
            ObjectMapper json) {
        this.oxygene = oxygene;
        this.exports = exports;
        this.store = store;
        this.papers = papers;
        this.work = work;
        this.json = json;
    }

    /** The export, and whether this order made it. */
    record Taken(ExportView export, boolean isNew) {}

    /** @throws Rejection 409 when nothing can leave because Oxygène lacks what each invoice needs */
    Taken take(OrderedDocuments order) {
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lockDecisions();
            // As the database keeps it, so that the first answer and all later ones are alike.
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return take(order, store.selection(order.selected(), now), now);
        });
    }

    private Taken take(OrderedDocuments order, UUID selectionId, Instant now) {
        Optional<Export> existing = exports.of(selectionId, order.format())
                // Not while the file that was ordered once more before is still being written.
                .filter(export -> !order.isOnceMore() || export.again() && export.status() == Export.Status.RUNNING);
        if (existing.isPresent() && !isMended(order, existing.get())) {
            return new Taken(ExportView.of(existing.get()), false);
        }
        Export export = order.format() == Format.ALL
                ? bundle(order, selectionId, existing, now)
                : single(order, selectionId, existing, now);
        LOG.infof(
                "Export %s was ordered by %s: %s, %d documents, %s net, %d skipped",
                export.id(),
                order.user(),
                order.format(),
                export.documents(),
                export.totalNet(),
                export.skipped().size());
        return new Taken(ExportView.of(export), true);
    }

    /** True when something that the known file left behind could leave now. */
    private boolean isMended(OrderedDocuments order, Export existing) {
        if (order.background() == null || order.again()) {
            return false;
        }
        boolean hasOlderXml = order.format() == Format.ALL
                && exports.of(existing.selectionId(), Format.OXYGENE_XML)
                        .filter(xml -> !existing.parts().contains(xml.id()))
                        .isPresent();
        return hasOlderXml || mayLeaveNow(order, existing);
    }

    /** What did not fit Oxygène's schema may leave once it does; all else once nothing is in its way. */
    private boolean mayLeaveNow(OrderedDocuments order, Export existing) {
        List<Invoice> leaving =
                oxygene.split(order.selected(), order.background(), false).leaving();
        Set<UUID> unusable = unusable(existing);
        List<Invoice> doubtful = leaving.stream()
                .filter(invoice -> unusable.contains(invoice.id()))
                .toList();
        if (leaving.size() > doubtful.size()) {
            return true;
        }
        return !doubtful.isEmpty()
                && OxygeneXml.unfit(new DocumentSet(
                                        order.selected().frozen(),
                                        json,
                                        DocumentSet.Besides.forOxygene(
                                                OxygeneSelection.keys(doubtful, order.background()),
                                                order.background().profile()),
                                        done -> {}))
                                .size()
                        < doubtful.size();
    }

    /** Of a bundle those that its XML left out. */
    private Set<UUID> unusable(Export existing) {
        return Stream.concat(Stream.of(existing), existing.parts().stream().map(exports::get))
                .filter(export -> export.format() != Format.CSV && export.format() != Format.XLSX)
                .flatMap(export -> export.skipped().stream())
                .filter(each -> each.reason() == SkippedInvoice.Reason.UNUSABLE_DOCUMENT)
                .map(SkippedInvoice::invoiceId)
                .collect(Collectors.toSet());
    }

    private Export bundle(OrderedDocuments order, UUID selectionId, Optional<Export> before, Instant now) {
        List<UUID> parts = Stream.of(Format.OXYGENE_XML, Format.CSV, Format.XLSX)
                .map(format -> take(order.as(format), selectionId, now).export().id())
                .toList();
        Export export = made(order, selectionId, order.selected().invoices(), List.of(), now);
        export.bundle(parts);
        return kept(export, before, order, now);
    }

    private Export single(OrderedDocuments order, UUID selectionId, Optional<Export> before, Instant now) {
        if (order.format() != Format.OXYGENE_XML) {
            return kept(made(order, selectionId, order.leaving(), order.papers().skipped(), now), before, order, now);
        }
        OxygeneSelection.Split split = oxygene.split(order.selected(), order.background(), order.again());
        split.requireSomething();
        Export export = made(order, selectionId, split.leaving(), split.skipped(), now);
        export.decideBy(written(order.background().profile()));
        kept(export, before, order, now);
        oxygene.enter(export.id(), split.leaving(), order.background(), order.again());
        return export;
    }

    private static Export made(
            OrderedDocuments order,
            UUID selectionId,
            List<Invoice> documents,
            List<SkippedInvoice> skipped,
            Instant now) {
        Export.Contents contents = new Export.Contents(
                documents.size(),
                sum(documents.stream().map(Invoice::netAmount)),
                sum(documents.stream().map(Invoice::grossAmount)),
                skipped,
                order.fileName());
        return new Export(
                UUID.randomUUID(), selectionId, order.format(), contents, order.isOnceMore(), order.user(), now);
    }

    private Export kept(Export export, Optional<Export> before, OrderedDocuments order, Instant now) {
        if (!export.again()) {
            before.ifPresent(export::follow);
        }
        if (order.numbers() != null) {
            export.number(order.numbers());
        }
        exports.persistAndFlush(export);
        if (order.format().isPaper()) {
            papers.keep(export.id(), order.papers());
        }
        work.toRender(export.id(), now);
        return export;
    }

    private String written(OxygeneProfile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
