package fr.syaga.facturation.clockify.timesheet;

import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Answers what would be after some changes, and stores none of them: they are made in a transaction that is rolled back. So a
 * preview goes through the very steps of the run, and the two cannot differ.
 */
public final class Rehearsal {

    /** All of a run's steps are in one transaction here. */
    private static final int TIMEOUT_SECONDS = 300;

    private Rehearsal() {}

    /** Nothing within may ask a neighbour or begin a transaction of its own. */
    public static <T> T of(Supplier<T> question) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(TIMEOUT_SECONDS));
        try {
            return question.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
