package fr.syaga.facturation.recurrence.invoicing;

import java.util.UUID;

/** What became of one draft of a batch. */
public record DraftResult(int index, String reference, Result result, Made invoice, Problem problem) {

    /** Made now, known already, or refused. */
    public enum Result {
        CREATED,
        EXISTING,
        FAILED
    }

    /** The invoice that stands for the draft. */
    public record Made(UUID id, String status) {

        /** It was made before, and somebody cancelled it since. */
        public boolean isCancelled() {
            return "CANCELLED".equals(status);
        }
    }

    /** Why it was refused. */
    public record Problem(int status, String type, String detail) {}
}
