package fr.syaga.facturation.clockify.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The requests that a workspace has left in the rolling hour: 30 on a free plan, as good as unlimited on a paid one. Both
 * bases count, because nobody knows that the reports host does not.
 */
final class Quota {

    static final int FREE = 30;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Deque<Instant> spent = new ArrayDeque<>();
    private int perHour = Integer.MAX_VALUE;

    synchronized void set(int requestsPerHour) {
        perHour = requestsPerHour;
        spent.clear();
    }

    synchronized boolean isFree() {
        return perHour != Integer.MAX_VALUE;
    }

    /** True when the request may pass; it is counted then. */
    synchronized boolean take(Instant now) {
        while (!spent.isEmpty() && spent.peekFirst().isBefore(now.minus(WINDOW))) {
            spent.removeFirst();
        }
        if (spent.size() >= perHour) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
