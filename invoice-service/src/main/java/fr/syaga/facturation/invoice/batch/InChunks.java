package fr.syaga.facturation.invoice.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;

/**
 * Works through the items of a batch, many in one transaction: most of what an item costs is its transaction and its statements.
 * A chunk whose transaction fails is done again item by item, so that each succeeds or fails alone.
 */
final class InChunks {

    static final int CHUNK = 500;

    private static final Logger LOG = Logger.getLogger(InChunks.class);

    private InChunks() {}

    /** What a request asks for at one place. */
    record Item<T>(int index, String name, T asked) {

        /** A rule's no to it, or whatever else went wrong with it alone. */
        BatchOutcome failed(RuntimeException e) {
            if (e instanceof Rejection rejection) {
                return BatchOutcome.refused(index, name, rejection);
            }
            LOG.errorf(e, "Item %d (%s) of a batch failed", index, name);
            return BatchOutcome.unexpected(index, name);
        }
    }

    /**
     * One outcome an item, in their order.
     *
     * @param together does many items in the present transaction, and tells of each that it was refused instead of throwing
     * @param alone does one item, in a transaction of its own
     */
    static <T> List<BatchOutcome> each(
            List<Item<T>> items,
            Function<List<Item<T>>, List<BatchOutcome>> together,
            Function<Item<T>, BatchOutcome> alone) {
        List<BatchOutcome> outcomes = new ArrayList<>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<Item<T>> chunk = items.subList(from, Math.min(items.size(), from + CHUNK));
            outcomes.addAll(inOneTransaction(chunk, together, alone));
        }
        return outcomes;
    }

    private static <T> List<BatchOutcome> inOneTransaction(
            List<Item<T>> chunk,
            Function<List<Item<T>>, List<BatchOutcome>> together,
            Function<Item<T>, BatchOutcome> alone) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> together.apply(chunk));
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d items of a batch could not be done together and are done one by one", chunk.size());
            return chunk.stream().map(item -> alone(item, alone)).toList();
        }
    }

    /** What became of one item; whatever goes wrong with it is its outcome and is not thrown. */
    static <T> BatchOutcome alone(Item<T> item, Function<Item<T>, BatchOutcome> alone) {
        try {
            return alone.apply(item);
        } catch (RuntimeException e) {
            return item.failed(e);
        }
    }
}
