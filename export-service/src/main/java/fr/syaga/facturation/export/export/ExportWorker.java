package fr.syaga.facturation.export.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.register.RegisterEntries;
import fr.syaga.facturation.export.register.RegisterEntry;

/**
 * Does the work in the background, one export after the other in each instance. It looks at start and now and then for what a
 * dead instance left, and at once when an order came in.
 */
@ApplicationScoped
class ExportWorker {

    private static final Logger LOG = Logger.getLogger(ExportWorker.class);
    /** After that many unexpected failures a file is given up; a person reads why. */
    private static final int MOST_ATTEMPTS = 5;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "export-worker"));
    private final ExportQueue work;
    private final ExportRun run;
    private final Exports exports;
    private final RegisterEntries departures;
    private final InvoicingClient invoicing;
    private final Duration longest;

    ExportWorker(
            ExportQueue work,
            ExportRun run,
            Exports exports,
            RegisterEntries departures,
            InvoicingClient invoicing,
            @ConfigProperty(name = "facturation.export.longest-rendering") Duration longest) {
        this.work = work;
        this.run = run;
        this.exports = exports;
        this.departures = departures;
        this.invoicing = invoicing;
        this.longest = longest;
    }

    @Scheduled(identity = "export-work", every = "${facturation.export.poll}")
    void wake() {
        thread.execute(this::workOff);
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    private void workOff() {
        try {
            boolean worked;
            do {
                worked = renderNext();
                worked |= markNext();
            } while (worked);
        } catch (RuntimeException e) {
            LOG.warn("The work on exports stopped and is taken up again at the next look", e);
        }
    }

    /** False when there was nothing to render. */
    private boolean renderNext() {
        AtomicReference<UUID> claimed = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew().timeout((int) longest.toSeconds()).run(() -> {
                work.claimRendering(Instant.now()).ifPresent(id -> {
                    claimed.set(id);
                    run.render(id);
                });
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (claimed.get() == null) {
                throw e;
            }
            // Not even a text that a library loses itself in may block the exports behind it.
            failed(claimed.get(), e);
            return true;
        }
        if (claimed.get() != null) {
            LOG.infof("Export %s is done", claimed.get());
        }
        return claimed.get() != null;
    }

    private void failed(UUID id, Throwable cause) {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<String> verdict = verdict(id, cause);
            verdict.ifPresent(sentence -> {
                exports.get(id).fail(sentence, Instant.now());
                departures.release(id);
                work.done(id);
            });
        });
    }

    /** The sentence to give up with; empty when another try may succeed. */
    private Optional<String> verdict(UUID id, Throwable cause) {
        if (cause instanceof Renderer.UnusableFile) {
            LOG.warnf("Export %s failed: %s", id, cause.getMessage());
            return Optional.of(cause.getMessage());
        }
        int attempts = work.postpone(id, Instant.now());
        LOG.errorf(cause, "Export %s could not be written (attempt %d)", id, attempts);
        return attempts < MOST_ATTEMPTS
                ? Optional.empty()
                : Optional.of("The file could not be written after %d attempts; the service's log says why."
                        .formatted(attempts));
    }

    /** False when there was nothing to mark. */
    private boolean markNext() {
        Optional<UUID> claimed = QuarkusTransaction.requiringNew().call(() -> work.claimMarking(Instant.now()));
        claimed.ifPresent(this::mark);
        return claimed.isPresent();
    }

    private void mark(UUID id) {
        Map<UUID, String> keys = QuarkusTransaction.requiringNew()
                .call(() -> departures.ofExport(id).stream()
                        // A quote is no document of the books, and having left does not bind it.
                        .filter(departure -> !departure.isOfAQuote() && !departure.isMarked())
                        .collect(Collectors.toMap(RegisterEntry::invoiceId, RegisterEntry::key)));
        Set<UUID> marked = tell(id, keys);
        QuarkusTransaction.requiringNew().run(() -> {
            departures.mark(id, marked, Instant.now());
            if (marked.containsAll(keys.keySet())) {
                work.done(id);
            } else {
                work.postpone(id, Instant.now());
            }
        });
        if (!marked.containsAll(keys.keySet())) {
            LOG.warnf("%d invoices of export %s are not marked yet", keys.size() - marked.size(), id);
        }
    }

    private Set<UUID> tell(UUID id, Map<UUID, String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        try {
            return invoicing.exported(id, keys);
        } catch (Rejection e) {
            LOG.warnf("Export %s: %s", id, e.getDetail());
            return Set.of();
        }
    }
}
