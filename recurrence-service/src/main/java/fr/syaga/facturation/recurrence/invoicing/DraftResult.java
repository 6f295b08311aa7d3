package fr.syaga.facturation.recurrence.invoicing;

import java.util.UUID;

/**
 * What became of one draft of a batch.
 *
 * @param id of the invoice that stands for the draft; null when it was refused
 * @param status of that invoice
 */
public record DraftResult(int index, UUID id, String reference, Result result, String status, Problem problem) {

    /** Made now, known already, or refused. */
    public enum Result {
        CREATED,
        EXISTING,
        FAILED
    }

    /** Why it was refused. */
    public record Problem(int status, String type, String detail) {}

    /** No invoice stands for it. */
    public boolean isRefused() {
        return result == Result.FAILED || id == null;
    }

    /** Why no invoice stands for it. */
    public String reason() {
        return problem == null ? "invoice-service gave no reason" : problem.detail();
    }

    /** It was made before, and somebody cancelled it since. */
    public boolean isCancelled() {
        return "CANCELLED".equals(status);
    }
}
