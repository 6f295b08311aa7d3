package fr.syaga.facturation.clockify.category;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Judging everything again is long work: one does it at a time, and others wait. Whoever waited while a later one began has
 * nothing left to do, for that one judged by what the waiting one had decided as well.
 */
final class JudgingTurn {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong asked = new AtomicLong();
    private long done;

    /** Returns once a work has ended that began after this call; one that fails is the caller's failure alone. */
    void take(Runnable work) {
        long ticket = asked.incrementAndGet();
        turn.lock();
        try {
            if (done < ticket) {
                long served = asked.get();
                work.run();
                done = served;
            }
        } finally {
            turn.unlock();
        }
    }
}
