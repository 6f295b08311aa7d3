package fr.syaga.facturation.export.paper;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.document.Renderer;

/** Prints several documents of a file at the same time: one a processor, and never more than the heap has room for. */
@Singleton
public final class PaperPress {

    private static final Logger LOG = Logger.getLogger(PaperPress.class);
    /** What a long document takes while it is set. */
    private static final long HEAP_EACH = 32L << 20;

    private final int renderers;
    private final ExecutorService threads;

    public PaperPress(@ConfigProperty(name = "facturation.paper.renderers") int renderers) {
        this.renderers = renderers > 0 ? renderers : asManyAsFit();
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(
                this.renderers, task -> new Thread(task, "paper-" + number.incrementAndGet()));
    }

    private static int asManyAsFit() {
        Runtime machine = Runtime.getRuntime();
        return (int) Math.max(1, Math.min(machine.availableProcessors(), machine.maxMemory() / HEAP_EACH));
    }

    @PreDestroy
    public void stop() {
        threads.shutdownNow();
    }

    /** How many documents may wait, printed or to be printed, for those before them: enough that no renderer idles. */
    public int ahead() {
        return 2 * renderers;
    }

    /** The document as it is printed; a text that the printing library stumbles over keeps this one document behind. */
    public Future<byte[]> print(PaperDocument document, Function<PaperDocument, byte[]> print) {
        return threads.submit(() -> printed(document, print));
    }

    private static byte[] printed(PaperDocument document, Function<PaperDocument, byte[]> print) {
        try {
            return print.apply(document);
        } catch (Renderer.UnusableDocument e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "%s could not be printed", document.invoice().id());
            throw new Renderer.UnusableDocument(
                    "%s could not be printed; the service's log says why. Change its texts, or order it alone once that is mended."
                            .formatted(document.invoice().number()));
        }
    }
}
