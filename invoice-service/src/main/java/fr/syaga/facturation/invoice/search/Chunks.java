package fr.syaga.facturation.invoice.search;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads chunk after chunk, each from the last row of the one before (null at first), until one is empty. */
public final class Chunks<T> extends AbstractSpliterator<List<T>> {

    private final Function<T, List<T>> next;
    private T last;

    private Chunks(Function<T, List<T>> next) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.next = next;
    }

    /** All rows, as one stream. */
    public static <T> Stream<T> of(Function<T, List<T>> next) {
        return StreamSupport.stream(new Chunks<>(next), false).flatMap(List::stream);
    }

    @Override
    public boolean tryAdvance(Consumer<? super List<T>> action) {
        List<T> chunk = next.apply(last);
        if (chunk.isEmpty()) {
            return false;
        }
        last = chunk.get(chunk.size() - 1);
        action.accept(chunk);
        return true;
    }
}
