package fr.syaga.facturation.edge;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list. {@code nextCursor} stands for the place after the last item and is null at the end, so that rows which
 * arrive meanwhile neither repeat nor hide another.
 *
 * @param items at most {@link #MAX_LIMIT} items in a stable order
 * @param nextCursor {@code [A-Za-z0-9_-]+} or null
 */
public record Page<T>(List<T> items, String nextCursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    /**
     * Cuts {@code found}, which holds up to one row more than {@code limit}, and marks the place of the last row kept.
     *
     * @param key the sort key of a row as text, from which {@link #keyOf(String)} goes on
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> kept = List.copyOf(found.subList(0, limit));
        return new Page<>(kept, encode(key.apply(kept.get(limit - 1))));
    }

    /** The limit to use: 50 when none is asked for, never over 1,000; 400 under 1. */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1) {
            throw Rejection.invalid("limit", "must be at least 1");
        }
        return Math.min(asked, MAX_LIMIT);
    }

    /** The sort key that a cursor stands for; empty for the first page; 400 for a cursor that was never given out. */
    public static Optional<String> keyOf(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("cursor", "is not a cursor of this list");
        }
    }

    /**
     * The place that a cursor stands for; empty for the first page; 400 for a cursor that was never given out, and for one whose key
     * cannot be read.
     *
     * @param reader reads a sort key, and throws when it is none
     */
    public static <K> Optional<K> keyOf(String cursor, Function<String, K> reader) {
        return keyOf(cursor).map(key -> {
            try {
                return reader.apply(key);
            } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
                throw Rejection.invalid("cursor", "is not a cursor of this list");
            }
        });
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
