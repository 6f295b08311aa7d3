package fr.syaga.facturation.export.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.export.document.Bundle;
import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygene.OxygeneProfiles;
import fr.syaga.facturation.export.register.RegisterEntries;
import fr.syaga.facturation.export.register.RegisterEntry;
import fr.syaga.facturation.export.selection.ExportContent;
import fr.syaga.facturation.export.selection.PaperStore;
import fr.syaga.facturation.export.selection.Papers;
import fr.syaga.facturation.export.selection.SkippedInvoice;

/**
 * Writes the file of one export within the caller's transaction: the file, its hash and the state DONE appear together, and a
 * crash on the way leaves nothing of them.
 */
@ApplicationScoped
class ExportRun {

    private static final Logger LOG = Logger.getLogger(ExportRun.class);
    private static final int NEARLY_WHOLE = 99;
    private static final int TOLD = 20;

    private final Exports exports;
    private final RegisterEntries departures;
    private final ExportContent store;
    private final PaperStore papers;
    private final OxygeneProfiles profiles;
    private final ExportQueue work;
    private final ObjectMapper json;
    private final Map<Format, Renderer> renderers = new EnumMap<>(Format.class);

    ExportRun(
            Exports exports,
            RegisterEntries departures,
            ExportContent store,
            PaperStore papers,
            OxygeneProfiles profiles,
            ExportQueue work,
            ObjectMapper json,
            @All List<Renderer> renderers) {
        this.exports = exports;
        this.departures = departures;
        this.store = store;
        this.papers = papers;
        this.profiles = profiles;
        this.work = work;
        this.json = json;
        renderers.forEach(renderer -> this.renderers.put(renderer.format(), renderer));
    }

    void render(UUID id) {
        Export export = exports.get(id);
        try {
            Path file = Files.createTempFile("export-", "-" + export.fileName());
            try {
                write(export, file);
                export.finish(store.keep(id, file), Files.size(file), Instant.now());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (export.format() == Format.OXYGENE_XML && export.documents() > 0) {
            departures.left(id, export.fileName(), export.sha256(), export.createdBy(), export.finishedAt());
            work.toMark(id);
        } else {
            work.done(id);
        }
    }

    private void write(Export export, Path file) throws IOException {
        if (export.format() == Format.ALL) {
            bundle(export, file);
            return;
        }
        DocumentSet documents = new DocumentSet(
                store.frozen(export.selectionId()), json, besides(export), progress(export.id(), export.documents()));
        renderers.get(export.format()).write(documents, file);
        leaveOut(export, documents);
        requireControlTotals(export, documents);
    }

    /** One bad document never takes the others along; where it was the only one there is no file. */
    private void leaveOut(Export export, DocumentSet documents) {
        if (documents.leftOut().isEmpty()) {
            return;
        }
        if (documents.documents() == 0) {
            throw new Renderer.UnusableFile(documents.leftOut().stream()
                    .limit(TOLD)
                    .map(DocumentSet.LeftOut::why)
                    .collect(Collectors.joining(" ")));
        }
        documents.leftOut().forEach(left -> {
            LOG.warnf("Export %s leaves %s out: %s", export.id(), left.invoice().id(), left.why());
            export.leaveOut(
                    SkippedInvoice.of(left.invoice(), SkippedInvoice.Reason.UNUSABLE_DOCUMENT, left.why()),
                    left.invoice());
        });
        if (export.format() == Format.OXYGENE_XML) {
            // It did not leave: a later file may hold it, and invoice-service is told nothing of it.
            departures.release(
                    export.id(),
                    documents.leftOut().stream()
                            .map(left -> left.invoice().id())
                            .toList());
        }
    }

    private DocumentSet.Besides besides(Export export) throws IOException {
        if (export.format() == Format.OXYGENE_XML) {
            Map<UUID, OxygeneKey> keys = departures.ofExport(export.id()).stream()
                    .collect(Collectors.toMap(RegisterEntry::invoiceId, RegisterEntry::oxygeneKey));
            return DocumentSet.Besides.forOxygene(keys, profile(export));
        }
        if (export.format().isPaper()) {
            Papers kept = papers.papers(export.id());
            return DocumentSet.Besides.onPaper(
                    kept.facts(),
                    kept.logo(),
                    sha256 -> papers.ownDocument(sha256)
                            .orElseThrow(() -> new Renderer.UnusableDocument(
                                    "Oxygène's paper of it is not kept any more; put it anew and order it alone.")));
        }
        return export.format() == Format.FEC
                ? DocumentSet.Besides.inJournal(export.entryNumbers())
                : DocumentSet.Besides.nothing();
    }

    /** The one that decided what leaves; an order of before profiles were kept has that of now. */
    private OxygeneProfile profile(Export export) throws IOException {
        return export.profile() == null ? profiles.current() : json.readValue(export.profile(), OxygeneProfile.class);
    }

    private static void requireControlTotals(Export export, DocumentSet written) {
        if (written.documents() != export.documents()
                || written.totalNet().compareTo(export.totalNet()) != 0
                || written.totalGross().compareTo(export.totalGross()) != 0) {
            throw new Renderer.UnusableFile("The file holds %d documents of %s net, but %d of %s were selected."
                    .formatted(written.documents(), written.totalNet(), export.documents(), export.totalNet()));
        }
    }

    private void bundle(Export export, Path file) throws IOException {
        List<Bundle.Part> parts = new ArrayList<>();
        Map<String, UUID> ids = new HashMap<>();
        for (UUID partId : export.parts()) {
            Export part = exports.get(partId);
            if (part.status() != Export.Status.DONE) {
                throw new Renderer.UnusableFile(
                        "The %s of this bundle failed: %s".formatted(part.format(), part.problem()));
            }
            ids.put(part.fileName(), partId);
            parts.add(new Bundle.Part(
                    part.format().name(),
                    part.fileName(),
                    part.documents(),
                    part.totalNet(),
                    part.totalGross(),
                    part.skipped().size(),
                    part.size(),
                    part.sha256()));
        }
        Bundle.write(
                export.documents(),
                export.totalNet(),
                export.totalGross(),
                parts,
                (part, out) -> store.copy(ids.get(part.fileName()), out),
                json,
                file);
    }

    /** Progress is seen while the file is still being written, so it goes its own way to the database. */
    private IntConsumer progress(UUID id, int documents) {
        return written -> QuarkusTransaction.requiringNew()
                .run(() -> exports.progress(id, Math.min(NEARLY_WHOLE, (int) (100L * written / documents))));
    }
}
