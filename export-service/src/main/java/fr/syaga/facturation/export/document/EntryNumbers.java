package fr.syaga.facturation.export.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of a journal's entries in the order of its documents, as ranges: {@code 13-24,26}. They go on within a business year,
 * so that a month begins after the last number of the month before.
 */
public record EntryNumbers(String ranges) {

    private static final String SEPARATOR = ",";
    private static final String TO = "-";

    public static EntryNumbers of(List<Integer> numbers) {
        List<int[]> runs = new ArrayList<>();
        for (int number : numbers) {
            int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last[1] + 1 == number) {
                last[1] = number;
            } else {
                runs.add(new int[] {number, number});
            }
        }
        return new EntryNumbers(runs.stream()
                .map(run -> run[0] == run[1] ? "" + run[0] : run[0] + TO + run[1])
                .collect(Collectors.joining(SEPARATOR)));
    }

    /** From one on, for a journal that stands on its own. */
    static EntryNumbers fromOne() {
        return new EntryNumbers(1 + TO + Integer.MAX_VALUE);
    }

    /** One after the other, as they are asked for. */
    public PrimitiveIterator.OfInt each() {
        Iterator<int[]> runs = Stream.of(ranges.split(SEPARATOR))
                .filter(range -> !range.isEmpty())
                .map(range ->
                        Stream.of(range.split(TO)).mapToInt(Integer::parseInt).toArray())
                .iterator();
        return new PrimitiveIterator.OfInt() {

            private int next = 1;
            private int last;

            @Override
            public boolean hasNext() {
                return next <= last || runs.hasNext();
            }

            @Override
            public int nextInt() {
                if (next > last) {
                    int[] run = runs.next();
                    next = run[0];
                    last = run[run.length - 1];
                }
                return next++;
            }
        };
    }
}
