package fr.syaga.facturation.clockify.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How well the fake is at the moment: what goes wrong next, how slow it is, and how it says that it is too much. */
final class Health {

    private final Deque<Fault> faults = new ArrayDeque<>();
    private Fault tooMany;
    private Duration slowness;

    Health() {
        recover();
    }

    synchronized void recover() {
        faults.clear();
        tooMany = Fault.TOO_MANY_WITH_RETRY_AFTER;
        slowness = Duration.ZERO;
    }

    synchronized void failNext(List<Fault> next) {
        faults.addAll(next);
    }

    /** What goes wrong with the next answer, or null. */
    synchronized Fault nextFault() {
        return faults.pollFirst();
    }

    synchronized void tooManyAs(Fault form) {
        tooMany = form;
    }

    synchronized Fault tooMany() {
        return tooMany;
    }

    synchronized void slowness(Duration delay) {
        slowness = delay;
    }

    /** Waits as long as it is slow; false when it was interrupted. */
    boolean pause() {
        try {
            Thread.sleep(delay().toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Duration delay() {
        return slowness;
    }
}
