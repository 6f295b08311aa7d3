package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

import fr.syaga.facturation.export.invoicing.Invoice;

/** Invoices that are made ready at the same time and finished in the order in which they were begun. */
final class InOrder<T> {

    private final Function<Invoice, Future<T>> begin;
    private final Deque<Begun<T>> begun = new ArrayDeque<>();

    InOrder(Function<Invoice, Future<T>> begin) {
        this.begin = begin;
    }

    /** An invoice and what it will be. */
    private record Begun<T>(Invoice invoice, Future<T> ready) {}

    /** Takes what is ready. */
    interface Finish<T> {
        void take(T ready) throws IOException;
    }

    /** What goes wrong here is told when its turn comes. */
    void begin(Invoice invoice) {
        Future<T> ready;
        try {
            ready = begin.apply(invoice);
        } catch (Renderer.UnusableDocument e) {
            ready = CompletableFuture.failedFuture(e);
        }
        begun.add(new Begun<>(invoice, ready));
    }

    int size() {
        return begun.size();
    }

    /** The one whose turn it is. */
    Invoice first() {
        return begun.element().invoice();
    }

    /**
     * Waits for the first and hands it over.
     *
     * @throws RuntimeException what went wrong while it was made ready
     */
    void finish(Finish<T> finish) {
        try {
            finish.take(begun.remove().ready().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives up what nobody waits for any more. */
    void cancel() {
        begun.forEach(each -> each.ready().cancel(false));
        begun.clear();
    }
}
